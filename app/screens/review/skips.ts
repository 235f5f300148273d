import {
  type SkipReason,
  skipReasons,
} from "#app/domain/responses/responses.ts";

const words: Record<SkipReason, { choice: string; told: string; own: string }> =
  {
    "conflict-of-interest": {
      choice: "I know this person or this case",
      told: "they know the person or the case",
      own: "you know the person or the case",
    },
    language: {
      choice: "I do not read this language",
      told: "not in a language they read",
      own: "it is not in a language you read",
    },
    "not-for-me": {
      choice: "Not for me to read",
      told: "not for them to read",
      own: "it is not for you to read",
    },
  };

/** One press each, beside the decisions. */
export const skipChoices = skipReasons.map((reason) => ({
  value: reason,
  label: words[reason].choice,
}));

/** As it stands in a history, after who skipped it. */
export function skipWords(reason: unknown): string {
  const known = skipReasons.find((one) => one === reason);
  return known ? words[known].told : "for a reason";
}

/** Over a response that its reader skipped. */
export function describeOwnSkip(reason: SkipReason): string {
  return `You skipped this: ${words[reason].own}. You are not handed it again, colleagues are.`;
}
