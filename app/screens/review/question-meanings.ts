import {
  type Meaning,
  meaningsOfChoices,
  writtenMeanings,
} from "#app/domain/calls/meanings.ts";
import { decidesBy } from "#app/domain/calls/question-types/own-fields.ts";
import {
  labelsOfChoices,
  type Question,
} from "#app/domain/calls/question-types/question-types.ts";

/** What a question decides, and what that does to the person's anonymity. */
export const meaningWords: Record<Meaning, { label: string; hint: string }> = {
  "respondent-kind": {
    label: "Which kind of respondent somebody is",
    hint: "Counted and shown beside the response. It says what somebody is, and not who: keep the options broad where few people would take one",
  },
  "on-behalf-of": {
    label: "For whom somebody answers",
    hint: "Themselves, an organisation or somebody else. It names nobody by itself",
  },
  "someone-elses-consent": {
    label: "Why somebody may speak for another",
    hint: "The other is not asked again, so the team reads it before anything of theirs is published",
  },
  "consent-to-publish": {
    label: "Whether the whole answer may be published, and with a name",
    hint: "Only whoever chooses it is named. No answer is a no",
  },
  "consent-to-share": {
    label: "Whether the groups that work with the review may read it",
    hint: "They never see names or addresses. No answer is a no",
  },
  "consent-to-quote": {
    label: "Whether the review may quote from it",
    hint: "Never with a name. No answer is a no",
  },
  "at-the-end": {
    label: "What becomes of it when the review ends",
    hint: "Kept in an archive, or destroyed. No answer is destroyed",
  },
  "organisation-name": {
    label: "The organisation’s name",
    hint: "It may be published with the answer, where whoever answers agrees to a name. It can give away who wrote for a small one",
  },
  "organisation-role": {
    label: "What somebody does in the organisation",
    hint: "With the organisation’s name it often says who somebody is",
  },
  "organisation-members": {
    label: "For whom the organisation speaks",
    hint: "How many members it asked, in its own words",
  },
};

const noMeaning = {
  value: "none",
  label: "Nothing more",
  hint: "The answer is read, and nothing hangs on it",
};

/** What can hang on the answer to a question of a kind; nothing to choose from where nothing can. */
export function describeMeanings(
  type: Question["type"],
  question: Question | undefined,
) {
  const held = question?.meaning;
  const fitting = meaningsFitting(type, question);
  const all = new Set([...fitting, ...(held ? [held] : [])]);
  if (all.size === 0) return { meanings: [], meaning: "none" };
  return {
    meanings: [
      noMeaning,
      ...[...all].map((value) => ({ value, ...meaningWords[value] })),
    ],
    meaning: held ?? noMeaning.value,
  };
}

function meaningsFitting(
  type: Question["type"],
  question: Question | undefined,
): readonly Meaning[] {
  const by = decidesBy[type];
  if (by === "words") return writtenMeanings;
  if (by === "nothing") return [];
  // Of a new question nothing is known that its answers could mean.
  if (!question) return ["respondent-kind"];
  return meaningsOfChoices(labelsOfChoices(question).map(({ value }) => value));
}
