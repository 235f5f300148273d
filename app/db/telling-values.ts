/** What somebody of the team is told of a call by mail. */
export const callTellingKinds = [
  "opening-asked",
  "opening-approved",
  "opening-returned",
  "opening-fell",
  "change-asked",
  "change-approved",
  "change-published",
  "change-returned",
  "change-fell",
  "publishing-cancelled",
  "published-alone",
] as const;
export type CallTellingKind = (typeof callTellingKinds)[number];
