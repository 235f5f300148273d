/**
 * What people write into a box in which they have nothing to say, in English, as
 * `foldWords` leaves it but without its spaces. A bare "no" or "don't know" is an
 * answer to many a question, and is none of these.
 */
const phrases = new Set(
  [
    "nothing",
    "nothing-at-all",
    "nothing-comes-to-mind",
    "nothing-else",
    "nothing-else-to-add",
    "nothing-further",
    "nothing-further-to-add",
    "nothing-in-particular",
    "nothing-more",
    "nothing-more-to-add",
    "nothing-more-to-say",
    "nothing-really",
    "nothing-specific",
    "nothing-to-add",
    "nothing-to-say",
    "i-have-nothing-to-add",
    "i-have-nothing-more-to-add",
    "i-have-nothing-further-to-add",
    "i-have-nothing-to-say",
    "none",
    "none-at-all",
    "none-really",
    "none-that-i-can-think-of",
    "n-a",
    "not-applicable",
    "not-applicable-to-me",
    "no-comment",
    "no-comments",
    "no-comment-to-make",
    "no-comments-to-make",
    "no-further-comment",
    "no-further-comments",
    "no-other-comment",
    "no-other-comments",
    "no-additional-comments",
    "no-answer",
    "no-response",
    "nil",
    "null",
    "blank",
    "skip",
  ].map((phrase) => phrase.replaceAll("-", "")),
);

/** Whether somebody wrote no more than that they have nothing to say; signs alone are no more either. */
export function isStockPhrase(foldedWords: string): boolean {
  return foldedWords === "" || phrases.has(foldedWords.replaceAll(" ", ""));
}
