import type { z } from "zod";
import type { definitionShape } from "#app/domain/calls/definition.ts";
import type { CallWords } from "#app/domain/calls/languages.ts";

/** What a starting point is written as: what it leaves out is as everywhere. */
export type WrittenDefinition = z.input<typeof definitionShape>;
type Written = WrittenDefinition["pages"][number];

export const en = (text: string): CallWords => ({ en: text });

export const choice = (value: string, label: string) => ({
  value,
  label: en(label),
});
export const choices = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => choice(value, label));

/** A page of one question. */
export const ask = (
  question: Written["questions"][number],
  page: Omit<Partial<Written>, "questions"> = {},
): Written => ({ id: question.id, ...page, questions: [question] });

type LongText = { id: string; label: string; hint?: string; missing?: string };

/** A page of one long answer, which may be published. */
export const askInWords = ({ id, label, hint, missing }: LongText): Written =>
  ask({
    id,
    type: "long-text",
    label: en(label),
    ...(hint !== undefined && { hint: en(hint) }),
    ...(missing !== undefined && {
      required: true,
      missingMessage: en(missing),
    }),
    publishable: true,
  });

export const askForKind = (label: string, kinds: Record<string, string>) =>
  ask({
    id: "respondent-kind",
    type: "radios",
    meaning: "respondent-kind",
    shownInQueue: true,
    label: en(label),
    required: true,
    missingMessage: en("Select which of these describes you best"),
    publishable: true,
    choices: choices(kinds),
  });

export const askForFiles = (label: string): Written =>
  ask({ id: "files", type: "file-upload", label: en(label) });

export const askWhetherToQuote: Written = ask({
  id: "may-quote",
  type: "radios",
  meaning: "consent-to-quote",
  label: en("May we quote from your answer when we publish what we heard?"),
  hint: en("Never with your name."),
  required: true,
  missingMessage: en("Select yes if we may quote from your answer"),
  choices: choices({
    yes: "Yes, you may quote from it",
    no: "No, read it but do not quote from it",
  }),
});

export const askWhetherToPublish: Written = ask({
  id: "may-publish",
  type: "radios",
  meaning: "consent-to-publish",
  label: en("May we publish what you sent us?"),
  required: true,
  missingMessage: en("Select whether we may publish what you sent us"),
  choices: choices({
    named: "Yes, with my name or my organisation’s",
    "not-named": "Yes, without any name",
    "not-published": "No, it is for the review to read",
  }),
});

/** A name and an address that are needed, on one page and kept apart from what is answered. */
export const askWhoTheyAre: Written = {
  id: "about-you",
  title: en("About you"),
  intro: en(
    "Your name and email address are kept apart from the rest of what you send.",
  ),
  questions: [
    {
      id: "name",
      type: "short-text",
      label: en("Full name"),
      autoComplete: "name",
      required: true,
      missingMessage: en("Enter your full name"),
      identifying: true,
    },
    {
      id: "email",
      type: "email",
      label: en("Email address"),
      required: true,
      missingMessage: en("Enter your email address"),
      identifying: true,
    },
  ],
};

export const askForEmail: Written = ask({
  id: "email",
  type: "email",
  label: en("What is your email address?"),
  hint: en(
    "Only if we may write to you about your answer. It is kept apart from what you wrote.",
  ),
  identifying: true,
});

/** What each of them says in the same words, until somebody writes it better. */
export const usualWords = {
  howAnswersAreUsed: en(
    "The review team reads every answer. What you tell us helps us decide what to look at and what to recommend, and we publish what we heard in summary.\n\nYour name and email address, if you give them, are kept apart from your answers.",
  ),
  beforeYouStart: en(
    "You can stop and come back.\n\nLeave out the names of children and of other people.",
  ),
  whatHappensNext: en(
    "Someone in the review team will read what you sent.\n\nKeep your receipt code. With it you can ask us what became of your answer.",
  ),
  audience: en("For anyone"),
};
