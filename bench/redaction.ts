import { measureSuggester } from "../tests/fixtures/pii-texts.ts";

/** What the suggester finds in texts whose personal data is known, by kind. */
console.table(
  measureSuggester().map(({ precision, recall, ...counts }) => ({
    ...counts,
    precision: precision.toFixed(2),
    recall: recall.toFixed(2),
  })),
);
