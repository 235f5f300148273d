const questionFields = [
  ...["type", "label", "hint", "settings", "maxCharacters", "least", "most"],
  ...["missingMessage", "meaning", "itemName", "firstQuestion", "group"],
  "dropsWelsh",
  ...["precision", "optionValue", "optionLabel", "optionPlace", "move", "seen"],
  "optionHint",
];

const partFields = [
  ...["question", "rule", "ask", "value", "day", "in", "nth", "page", "seen"],
  ...["kind", "number", "to"],
];

/** The forms in which a call's words, pages and questions are changed, with the fields that each knows. */
export const authoringForms: Record<string, string[]> = {
  "review.calls_.$call_.edit.tsx": ["page", "place", "move"],
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
    ...["move", "dropsWelsh", "seen"],
  ],
  "review.calls_.$call_.edit_.equality.tsx": ["ask", "seen"],
  "review.calls_.$call_.edit_.file.tsx": ["text", "step", "seen"],
  "review.calls_.$call_.edit_.files.tsx": [
    "maxFiles",
    "maxFileMegabytes",
    "seen",
  ],
  "review.calls_.$call_.edit_.sections.tsx": [
    ...["navigation", "sectionId", "sectionTitle", "sectionPlace", "seen"],
  ],
  "review.calls_.$call_.edit_.discard.tsx": ["rowVersion"],
  "review.calls_.$call_.preview.tsx": ["step", "shows", "link"],
  "review.calls_.$call_.edit_.languages_.$language.tsx": [
    ...["step", "settings", "seen"],
  ],
  "review.calls_.$call_.edit_.languages_.$language_.bring-in.tsx": [
    ...["text", "step", "seen"],
  ],
  "review.calls_.$call_.edit_.languages_.$language_.texts_.$part.tsx": [
    ...["textId", "words", "fits", "then", "seen"],
  ],
  "review.calls_.$call_.edit_.pages_.$page.tsx": [
    "title",
    "intro",
    "showIf",
    "then",
    "section",
    "dropsWelsh",
    "seen",
    "page",
    "place",
    "move",
  ],
  "review.calls_.$call_.edit_.pages_.$page_.new-question.tsx": questionFields,
  "review.calls_.$call_.edit_.pages_.$page_.from-bank.tsx": ["item", "whole"],
  "review.calls_.$call_.edit_.pages_.$page_.questions_.$question_.keep.tsx": [
    ...["as", "name", "group", "seen"],
  ],
  "review.calls_.$call_.edit_.pages_.$page_.questions_.$question_.newer.tsx": [
    ...["step", "version", "seen"],
  ],
  "review.calls_.question-bank_.new.tsx": questionFields,
  "review.calls_.question-bank_.$item.tsx": questionFields,
  "review.calls_.question-bank_.$item_.about.tsx": [
    "step",
    "name",
    "group",
    "seen",
  ],
  "review.calls_.$call_.edit_.pages_.$page_.questions_.$question.tsx": [
    ...questionFields,
    ...["page", "place"],
  ],
  "review.calls_.$call_.edit_.pages_.$page_.questions_.$question_.remove.tsx": [
    "seen",
  ],
  "review.calls_.$call_.edit_.pages_.$page_.questions_.$question_.move.tsx": [
    ...["to", "seen"],
  ],
  "review.calls_.$call_.edit_.pages_.$page_.remove.tsx": ["seen"],
  "review.calls_.$call_.edit_.pages_.new.tsx": ["title"],
  "review.calls_.$call_.afterwards.tsx": ["version"],
  "review.calls_.$call_.opening.tsx": ["step", "seen", "note"],
  "review.calls_.$call_.edit_.new-rule.tsx": partFields,
  "review.calls_.$call_.edit_.rules_.$rule.tsx": [
    ...["name", "join", "in", "remove", "seen"],
  ],
  "review.calls_.$call_.edit_.rules_.$rule_.part.tsx": partFields,
  "review.calls_.$call_.edit_.rules_.$rule_.remove.tsx": ["page", "seen"],
  "review.calls_.$call_.edit_.publish.tsx": [
    ...["step", "rowVersion", "note", "again", "reason", "reasonCy"],
    ...["aloneReason", "when", "day", "time", "which"],
  ],
};
