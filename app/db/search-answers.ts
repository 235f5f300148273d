import { foldLetters } from "./search-folding.ts";

/*
 * What is indexed of answers is one text with a sign before each answer: a word
 * that nobody can type, so that no phrase goes on from one answer into the next.
 */

const answerSign = "\uF8FF";
/** An id has two signs that would end a word. */
const asLetter: Record<string, string> = { "-": "\uF8FE", _: "\uF8FD" };
const reserved = /[\uF8FD-\uF8FF]/gu;
const signed = /\uF8FF([a-z0-9\uF8FD\uF8FE]*) /gu;

/** Words as they are searched for. */
export function toIndexed(text: string): string {
  return foldLetters(withoutSigns(text));
}

function withoutSigns(text: string): string {
  return text.replaceAll(reserved, " ");
}

/** The words of answers, each under its question. */
export function joinAnswers(
  answers: readonly { questionId: string; text: string }[],
): string {
  return answers
    .map(({ questionId, text }) => {
      const id = questionId.replaceAll(/[-_]/g, (sign) => asLetter[sign] ?? "");
      return `${answerSign}${id} ${withoutSigns(text)}`;
    })
    .join("\n\n");
}

/** Those texts again; what stands before the first sign is under no question. */
export function splitAnswers(
  indexed: string,
): { questionId: string; text: string }[] {
  const parts = indexed.split(signed);
  const answers = [{ questionId: "", text: parts[0] ?? "" }];
  for (let at = 1; at < parts.length; at += 2)
    answers.push({
      questionId: (parts[at] ?? "")
        .replaceAll("\uF8FE", "-")
        .replaceAll("\uF8FD", "_"),
      text: parts[at + 1] ?? "",
    });
  return answers.filter(({ text }) => text.trim() !== "");
}
