/** How often each choice of a call's equality questions was taken: no row is about one person. */
type EqualityCountsTable = {
  call_id: number;
  question_id: string;
  value: string;
  count: number;
};

export type EqualityTables = {
  equality_counts: EqualityCountsTable;
};
