const wideForms = /[\uff01-\uff5e]/g;
const otherSpaces =
  /[\t\u00a0\u1680\u2000-\u200f\u202a-\u202f\u205f\u2060-\u2069\u3000\ufeff]/g;
const otherHyphens = /[\u00ad\u2010-\u2015\u2212\ufe58\ufe63]/g;
const lineEnds = /[\r\v\f\u0085\u2028\u2029]/g;
/** Arabic-Indic, both rows of them: each row's nought stands at a multiple of 16. */
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;
const hasRare = /[^\n -~]/;

/**
 * A text with digits, letters, spaces and hyphens of every width as the plain
 * ones, unit for unit: an offset into the one is an offset into the other.
 */
export function foldWidths(text: string): string {
  if (!hasRare.test(text)) return text;
  return text
    .replace(wideForms, (one) =>
      String.fromCharCode(one.charCodeAt(0) - 0xfee0),
    )
    .replace(otherSpaces, " ")
    .replace(lineEnds, "\n")
    .replace(otherHyphens, "-")
    .replace(otherDigits, (one) => String(one.charCodeAt(0) % 16));
}
