import { foldLetters } from "./search-folding.ts";

/*
 * What is indexed of answers is one text with a sign before each answer: a word
 * that nobody can type, so that no phrase goes on from one answer into the next.
 */

const answerSign = "\uF8FF";
/** An id has two signs that would end a word. */
const asLetter: Record<string, string> = { "-": "\uF8FE", _: "\uF8FD" };
/** Between the id and the place in the form. */
const placeSign = "\uF8FC";
const reserved = /[\uF8FC-\uF8FF]/gu;
const signed = /\uF8FF([a-z0-9\uF8FD\uF8FE]*)(?:\uF8FC(\d+))? /gu;

type IndexedAnswer = {
  questionId: string;
  /** In the form, from 0; of notes there is none. */
  position?: number | undefined;
  text: string;
};

/** Words as they are searched for. */
export function toIndexed(text: string): string {
  return foldLetters(withoutSigns(text));
}

function withoutSigns(text: string): string {
  return text.replaceAll(reserved, " ");
}

/** The words of answers, each under its question. */
export function joinAnswers(answers: readonly IndexedAnswer[]): string {
  return answers
    .map(({ questionId, position, text }) => {
      const place = position === undefined ? "" : `${placeSign}${position}`;
      return `${signOfQuestion(questionId)}${place} ${withoutSigns(text)}`;
    })
    .join("\n\n");
}

function signOfQuestion(questionId: string): string {
  const id = questionId.replaceAll(/[-_]/g, (sign) => asLetter[sign] ?? "");
  return `${answerSign}${id}`;
}

/** What stands before a word of the answer to a question, by its id or its place. */
export function signBeforeWords(question: string | number): string {
  return typeof question === "number"
    ? `${placeSign}${question}${placeSign}`
    : `${signOfQuestion(question)}${placeSign}`;
}

/** Those texts again; what stands before the first sign is under no question. */
export function splitAnswers(indexed: string): IndexedAnswer[] {
  const parts: (string | undefined)[] = indexed.split(signed);
  const answers: IndexedAnswer[] = [{ questionId: "", text: parts[0] ?? "" }];
  for (let at = 1; at < parts.length; at += 3) {
    const place = parts[at + 1];
    answers.push({
      questionId: (parts[at] ?? "")
        .replaceAll("\uF8FE", "-")
        .replaceAll("\uF8FD", "_"),
      position: place === undefined ? undefined : Number(place),
      text: parts[at + 2] ?? "",
    });
  }
  return answers.filter(({ text }) => text.trim() !== "");
}
