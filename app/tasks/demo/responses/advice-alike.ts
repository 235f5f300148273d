import type { DemoResponse } from "../demo-response.ts";

const campaign =
  "Please do not close Brook House. The people who work there know every child by name, and a new home is a new start that nobody asked for.";

const unread = (
  daysAgo: number,
  kind: string,
  words: string,
): DemoResponse => ({
  daysAgo,
  answers: {
    "respondent-kind": kind,
    "what-first": words,
    "may-quote": "yes",
  },
});

/** What many sent in the same words, and what some sent who had nothing to say. */
export const alikeAdvice: DemoResponse[] = [
  unread(6.4, "parent", campaign),
  unread(6.2, "other", campaign),
  unread(5.9, "foster-carer", campaign.replace(".", "!")),
  unread(5.3, "other", campaign.toUpperCase()),
  unread(4.6, "parent", campaign),
  unread(4.4, "practitioner", "n/a"),
  unread(3.7, "other", campaign),
  unread(3.2, "other", "Nothing to add"),
  unread(1.9, "parent", "No comment."),
];

/** What the lead has given to the group of those who read for kinship carers. */
export const adviceForKinshipReaders: DemoResponse[] = [
  unread(
    4.9,
    "kinship-carer",
    "My sister's three came to me with one bag on a Sunday. It was eleven weeks before anybody asked whether I had beds.",
  ),
  unread(
    2.7,
    "kinship-carer",
    "I gave up my job to have our grandson. The foster carer next door has an allowance and a social worker; I have a telephone number.",
  ),
];
