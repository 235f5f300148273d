/* The words that may stand in a column of what is done to many at once, as `column-values.ts` has those of the others. */

/** What is done to many responses at once. */
export const bulkKinds = [
  "add-tags",
  "remove-tags",
  "assign",
  "decide",
] as const;
export type BulkKind = (typeof bulkKinds)[number];

export const bulkStandings = [
  "gathering",
  "previewed",
  "doing",
  "cancelled",
  "done",
  "undoing",
  "undone",
] as const;
export type BulkStanding = (typeof bulkStandings)[number];

/** What came of one response of them; all but `done` left it as it was. */
export const bulkOutcomes = [
  "done",
  "same",
  "claimed",
  "frozen",
  "withdrawn",
  "not-allowed",
  "changed",
  "gone",
  "no-tag",
  "person-left",
] as const;
export type BulkOutcome = (typeof bulkOutcomes)[number];

/** What came of undoing it. */
export const bulkUndone = [
  "undone",
  "changed",
  "frozen",
  "withdrawn",
  "gone",
  "no-tag",
  "person-left",
] as const;
export type BulkUndone = (typeof bulkUndone)[number];
