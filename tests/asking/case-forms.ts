/** The forms of safeguarding, with the fields that each knows. */
export const caseForms: Record<string, string[]> = {
  "review.responses.$reference_.case.tsx": ["seenTakenById"],
  "review.responses.$reference_.case_.decide.tsx": [
    "intent",
    "outcome",
    "ending",
    "answer",
    "proposalId",
    "words",
  ],
  "review.responses.$reference_.case_.pass-on.tsx": [
    "passedTo",
    "passedOn",
    "way",
    "why",
  ],
  "review.responses.$reference_.safeguarding.tsx": [
    "intent",
    "riskKind",
    "reason",
    "returnTo",
  ],
};

/** The forms of the page that redacts a response. */
export const redactionForms: Record<string, string[]> = {
  "review.responses.$reference_.redact/route.tsx": [
    "source",
    "quote",
    "reason",
    "items",
    "file",
    "fileReason",
  ],
  "review.responses.$reference_.redact_.looked.tsx": ["version", "look"],
};
