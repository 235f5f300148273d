import { askedQuestions } from "../calls/asked-pages.ts";
import type { Answers, CallDefinition } from "../calls/definition.ts";

/** What a response holds while it is changed. */
export type Contents = {
  /** What stands; of who somebody is only that it was given. */
  answers: Answers;
  /** What stood before a change of another answer took its question away. */
  former: Answers;
  /** Questions that files came with. */
  withFiles: readonly string[];
};

/**
 * What comes of changed answers for the others: a rule over them may take away
 * pages that were answered, and bring back what it took away before.
 */
export function compareContents(
  definition: CallDefinition,
  { answers, former, withFiles }: Contents,
  changed: Answers,
): { leaving: string[]; returning: Answers } {
  const all = { ...former, ...answers, ...changed };
  const asked = new Set(
    askedQuestions(definition, all).map(({ question }) => question.id),
  );
  const present = new Set([...Object.keys(answers), ...withFiles]);
  const leaving = [...present].filter(
    (id) => !(id in changed) && !asked.has(id),
  );
  const returning = Object.entries(former).filter(
    ([id]) => !(id in changed) && asked.has(id),
  );
  return { leaving, returning: Object.fromEntries(returning) };
}
