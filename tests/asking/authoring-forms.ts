const questionFields = [
  ...["type", "label", "hint", "settings", "maxCharacters", "least", "most"],
  ...["missingMessage", "meaning", "itemName", "firstQuestion", "group"],
  "dropsWelsh",
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
    "dropsWelsh",
    "seen",
  ],
  "review.calls_.$call_.edit_.care.tsx": [
    ...["danger", "who", "reached", "phone", "address", "exitTo"],
    ...["dropsWelsh", "seen"],
  ],
  "review.calls_.$call_.edit_.files.tsx": [
    "maxFiles",
    "maxFileMegabytes",
    "seen",
  ],
  "review.calls_.$call_.edit_.sections.tsx": [
    ...["navigation", "sectionId", "sectionTitle", "sectionPlace", "seen"],
  ],
  "review.calls_.$call_.edit_.discard.tsx": ["rowVersion"],
  "review.calls_.$call_.edit_.pages_.$page.tsx": [
    "title",
    "intro",
    "showIf",
    "section",
    "dropsWelsh",
    "seen",
    "page",
    "place",
  ],
  "review.calls_.$call_.edit_.pages_.$page_.new-question.tsx": questionFields,
  "review.calls_.$call_.edit_.pages_.$page_.questions_.$question.tsx": [
    ...questionFields,
    ...["page", "place"],
  ],
  "review.calls_.$call_.edit_.pages_.$page_.questions_.$question_.remove.tsx": [
    "seen",
  ],
  "review.calls_.$call_.edit_.pages_.$page_.remove.tsx": ["seen"],
  "review.calls_.$call_.edit_.pages_.new.tsx": ["title"],
  "review.calls_.$call_.edit_.publish.tsx": ["step", "rowVersion", "note"],
};
