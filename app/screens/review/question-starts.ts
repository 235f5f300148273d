import type { z } from "zod";
import type { Meaning } from "#app/domain/calls/meanings.ts";
import {
  type Question,
  questionSchema,
} from "#app/domain/calls/question-types/question-types.ts";
import { meaningWords } from "./question-meanings.ts";
import {
  askForKind,
  askWhetherToPublish,
  askWhetherToQuote,
  choices,
  en,
} from "./starting-points/parts.ts";

type Written = z.input<typeof questionSchema>;

const decide = (
  question: Pick<Written, "id" | "label" | "hint" | "missingMessage"> & {
    meaning: Meaning;
    choices: ReturnType<typeof choices>;
  },
): Written => ({ ...question, type: "radios", required: true });

const tell = (
  meaning: Meaning,
  label: string,
  more: Partial<Pick<Written, "hint" | "identifying">> = {},
): Written => ({
  id: meaning,
  type: "short-text",
  meaning,
  label: en(label),
  ...more,
});

const [toPublish] = askWhetherToPublish.questions;
const [toQuote] = askWhetherToQuote.questions;
const [kind] = askForKind("Which of these describes you best?", {
  "own-experience": "I have been in care, or had a social worker",
  family: "I am a parent, a carer or a relative",
  work: "I work with children and families",
  organisation: "I answer for an organisation",
  other: "Something else",
}).questions;

const written: Written[] = [
  ...[kind, toPublish, toQuote].flatMap((one) => one ?? []),
  decide({
    ...{ id: "may-share", meaning: "consent-to-share" },
    label: en("May the groups that work with the review read your answer?"),
    hint: en("They see it without your name and address."),
    missingMessage: en("Select yes if they may read your answer"),
    choices: choices({ yes: "Yes", no: "No, only the review team" }),
  }),
  decide({
    ...{ id: "at-the-end", meaning: "at-the-end" },
    label: en("What should become of your answer when the review ends?"),
    missingMessage: en("Select what should become of your answer"),
    choices: choices({
      archive: "Keep it in the review’s archive",
      destroy: "Destroy it",
    }),
  }),
  decide({
    ...{ id: "on-behalf-of", meaning: "on-behalf-of" },
    label: en("For whom do you answer?"),
    missingMessage: en("Select for whom you answer"),
    choices: choices({
      self: "For myself",
      organisation: "For an organisation",
      "someone-else": "For somebody else",
    }),
  }),
  decide({
    ...{ id: "their-consent", meaning: "someone-elses-consent" },
    label: en("Why may you speak for them?"),
    missingMessage: en("Select why you may speak for them"),
    choices: choices({
      agreed: "They agreed that I do",
      "parent-or-carer": "I am their parent or carer",
      "by-law": "The law says that I may, for example by a power of attorney",
    }),
  }),
  tell("organisation-name", "What is the organisation called?"),
  tell("organisation-role", "What do you do there?"),
  tell("organisation-members", "For whom does the organisation speak?", {
    hint: en("For example its members, and how you asked them."),
  }),
];

/** Questions on whose answers something hangs, each in words that can be changed and with the answers that Heard knows. */
const questionStarts: Question[] = written.map((one) =>
  questionSchema.parse(one),
);

/** The question that a new one can begin with; undefined where there is none of that name. */
export function findQuestionStart(name: string | null): Question | undefined {
  return questionStarts.find(({ meaning }) => meaning === name);
}

/** Those that a call does not ask yet, each with what hangs on it. */
export function listQuestionStarts(asked: readonly (Meaning | undefined)[]) {
  return questionStarts.flatMap(({ meaning }) =>
    meaning === undefined || asked.includes(meaning)
      ? []
      : [{ name: meaning, ...meaningWords[meaning] }],
  );
}
