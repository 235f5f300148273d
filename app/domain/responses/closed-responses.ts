/** Why somebody may read what its sender has taken back. Each opening is an event that says which. */
export const reopeningReasons = [
  "answer-its-sender",
  "somebody-at-risk",
  "complaint",
  "law-asks-for-it",
] as const;
export type ReopeningReason = (typeof reopeningReasons)[number];
