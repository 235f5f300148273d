import { normaliseText } from "../../../text/foreign-text.ts";

/**
 * A mark inside a word or before a figure says something: 1.5 is not 15, and an
 * address is not another. So do those for money, shares, sums and "and".
 */
const markThatSaysNothing =
  /(?<![\p{L}\p{N}])(?![+\-.,]\p{N})[^\p{L}\p{N}\p{Sc}\p{So}\p{M}%+=<>&@#/\s]|[^\p{L}\p{N}\p{Sc}\p{So}\p{M}%+=<>&@#/\s](?![\p{L}\p{N}])/gu;

/** A text as it is compared where commas and the like, capitals and spaces say nothing. */
function plainly(text: string): string {
  return normaliseText(text, "NFKC")
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[\u2010-\u2015−]/g, "-")
    .replace(markThatSaysNothing, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether two texts differ in nothing but commas and the like, capitals and spaces. */
export function isSmallChange(before: string, after: string): boolean {
  return plainly(before) === plainly(after);
}
