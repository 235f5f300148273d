import { isAnnounced, spansOf, type UnitSpan } from "./unit-spans.ts";

/** What may stand between the digits of one number: a line may end there. */
const gap = "[ \\n().-]{0,3}";
const digits = (count: number) => `(?:${gap}\\d){${count}}`;
/** No part of a longer number, of a reference with slashes, of a sum. */
const notBefore = "(?<![\\p{L}\\p{N}/£$€%+]|\\d[.,:-]|[/_-])";
const notAfter = "(?![\\p{L}\\p{N}/%_]|[.,:-]\\d)";

/** A country's prefix, or the 0 within the country and ten digits: nine after 01 and 0800 only, for few places still have so few. */
const british = new RegExp(
  `${notBefore}\\(?(?:(?:\\+|00)${gap}44${gap}(?:\\(0\\))?${digits(10)}|0(?=${gap}[1-35789])${digits(10)}|(?=0${gap}1|0${gap}8${gap}0${gap}0|0${gap}5${gap}0)0${digits(9)})${notAfter}`,
  "gu",
);
const foreign = new RegExp(
  `${notBefore}\\+(?!${gap}44)[1-9]${digits(7)}(?:${gap}\\d){0,6}${notAfter}`,
  "gu",
);
const isDate = /^[0-3]?\d([ .-])[01]?\d\1(?:19|20)\d\d/;
const otherNumber =
  /\b(?:isbn|issn|doi|pmid|orcid|ref|reference|order|invoice|ticket|sort code) ?(?:no|number|num)?\W{0,3}$|\b10\.\d{4,9}\/\S{0,30}$/iu;

/** Phone numbers of this country in every way they are written, and those that name another country. */
export function suggestPhones(folded: string): UnitSpan[] {
  const isPhone = (found: RegExpExecArray) =>
    !isDate.test(found[0]) && !isAnnounced(folded, found.index, otherNumber);
  return [
    ...spansOf(folded, british, isPhone),
    ...spansOf(folded, foreign, isPhone),
  ];
}

const tenDigits = new RegExp(`${notBefore}\\d${digits(9)}${notAfter}`, "gu");
const inThrees = /^\d{3}[ \n.-]{0,3}\d{3}[ \n.-]{0,3}\d{4}$/;
const nhsWords = /\bnhs\b[^\d\n]{0,24}\n?$/iu;

/**
 * NHS numbers: ten digits in three, three and four whose last one checks the
 * others. Where the text says that it is one, written in any way and mistyped too.
 */
export function suggestNhsNumbers(folded: string): UnitSpan[] {
  return spansOf(folded, tenDigits, ({ 0: found, index }) => {
    if (isAnnounced(folded, index, nhsWords)) return true;
    return inThrees.test(found) && isCheckedByEleven(found);
  });
}

function isCheckedByEleven(found: string): boolean {
  const values = [...found.replace(/\D/g, "")].map(Number);
  const sum = values
    .slice(0, 9)
    .reduce((total, value, index) => total + value * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === values[9];
}

const pairGap = "[ \\n.-]{0,2}";
const niPrefix = "(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]";
const niNumber = new RegExp(
  `(?<![\\p{L}\\p{N}/])${niPrefix}(?:${pairGap}\\d\\d){3}(?:${pairGap}[A-D](?![\\p{L}\\p{N}/])|(?![\\p{L}\\p{N}/]))`,
  "giu",
);
const niWords = /\b(?:nino?|n\.i\.?|national insurance)\b[^\d\n]{0,16}\n?$/iu;
const endsInLetter = /[a-d]$/i;
/** "we 10 20 30 a": two small words with numbers between. */
const smallWords = /^[a-z]{2}[ \n].*[ \n]a$/su;

/** National Insurance numbers by the rules for their letters; without the last one where the text says that it is one. */
export function suggestNiNumbers(folded: string): UnitSpan[] {
  return spansOf(folded, niNumber, ({ 0: found, index }) => {
    if (isAnnounced(folded, index, niWords)) return true;
    return endsInLetter.test(found) && !smallWords.test(found);
  });
}
