const questionFields = [
  ...["type", "label", "hint", "settings", "maxCharacters", "least", "most"],
  ...["precision", "optionValue", "optionLabel", "optionPlace", "seen"],
];

/** The forms in which a call's words, pages and questions are changed, with the fields that each knows. */
export const authoringForms: Record<string, string[]> = {
  "review.calls_.$call_.edit.tsx": ["page", "place"],
  "review.calls_.$call_.edit_.about.tsx": [
    "title",
    "summary",
    "purpose",
    "whoMayAnswer",
    "howAnswersAreUsed",
    "beforeYouStart",
    "whatHappensNext",
    "sendLabel",
    "audience",
    "minutes",
    "seen",
  ],
  "review.calls_.$call_.edit_.discard.tsx": ["rowVersion"],
  "review.calls_.$call_.edit_.pages_.$page.tsx": [
    "title",
    "intro",
    "showIf",
    "seen",
    "page",
    "place",
  ],
  "review.calls_.$call_.edit_.pages_.$page_.new-question.tsx": questionFields,
  "review.calls_.$call_.edit_.pages_.$page_.questions_.$question.tsx":
    questionFields,
  "review.calls_.$call_.edit_.pages_.$page_.questions_.$question_.remove.tsx": [
    "seen",
  ],
  "review.calls_.$call_.edit_.pages_.$page_.remove.tsx": ["seen"],
  "review.calls_.$call_.edit_.pages_.new.tsx": ["title"],
  "review.calls_.$call_.afterwards.tsx": ["version"],
  "review.calls_.$call_.opening.tsx": ["step", "seen", "note"],
  "review.calls_.$call_.edit_.publish.tsx": [
    ...["step", "rowVersion", "note", "again", "reason", "reasonCy"],
    ...["aloneReason", "when", "day", "time", "which"],
  ],
};
