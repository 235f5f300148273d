import type { Answers } from "../definition.ts";
import { evidenceAnswer, type EvidenceQuestion } from "./evidence-items.ts";
import type { AnswerValue } from "./question-type.ts";
import type { Question } from "./question-types.ts";
import { groupAnswer, type RepeatingGroup } from "./repeating-group.ts";
import { questionIdsOfItem } from "../repeated-pages.ts";

/** What a made-up person says; short enough for most limits, and cut for the others. */
const sampleWords = "Sample";

/** An answer that the question itself should take; undefined where it is answered by files. */
export function sampleAnswer(
  question: Question,
  today: string,
): AnswerValue | undefined {
  switch (question.type) {
    case "short-text":
    case "long-text":
      return sampleWords.slice(0, question.maxCharacters);
    case "email":
      return "sample@example.org";
    case "whole-number":
      return String(question.least);
    case "radios":
    case "select":
      return question.choices[0]?.value;
    case "checkboxes":
      return question.choices.slice(0, 1).map(({ value }) => value);
    case "date":
      return sampleDay(question.latest ?? question.earliest, today);
    case "evidence-items":
      return sampleEvidenceAnswer(question);
    case "group":
      return groupAnswer(itemIdsOf(question));
    case "file-upload":
      return undefined;
  }
}

/** A day that lies on the limit there is: within it, unless no day is. */
function sampleDay(limit = "2020-01-15", today: string): AnswerValue {
  const [year = "", month = "", day = ""] = (
    limit === "today" ? today : limit
  ).split("-");
  return { day, month, year };
}

function sampleEvidenceAnswer(_question: EvidenceQuestion) {
  return evidenceAnswer([
    {
      id: "1".padStart(16, "0"),
      csl: { type: "report", title: sampleWords },
      own: { kind: "report" },
    },
  ]);
}

/** As many items as there have to be. */
function itemIdsOf({ min }: RepeatingGroup): string[] {
  return Array.from({ length: min }, (_, at) => String(at + 1));
}

/** The answers to a question, for a group those of its items too. */
export function sampleAnswersOf(question: Question, today: string): Answers {
  const answers: Answers = { [question.id]: sampleAnswer(question, today) };
  if (question.type !== "group") return answers;
  for (const itemId of itemIdsOf(question))
    questionIdsOfItem(question, itemId).forEach((id, at) => {
      const member = question.questions[at];
      if (member) answers[id] = sampleAnswer(member, today);
    });
  return answers;
}
