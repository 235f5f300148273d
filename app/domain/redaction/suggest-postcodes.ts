import { spansOf, type UnitSpan } from "./unit-spans.ts";

const areas =
  "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE";
const postcode = new RegExp(
  `(?<![\\p{L}\\p{N}/_-])(?:(?:${areas})(?:\\d\\d?|\\d[ABCDEFGHJKMNPRSTUVWXY])[ \\n.-]{0,2}\\d[ABD-HJLNP-UW-Z]{2}|GIR ?0AA)(?![\\p{L}\\p{N}/_])`,
  "giu",
);
/** "on the m1 1st", "ward b12 2nd", "for e2 4hr". */
const isOrdinal = /[ \n.-]\d(?:st|nd|rd|th|hr|yr|ft|lb|ed)$/;

/** Postcodes of the areas that there are, in any case, with a space or none. */
export function suggestPostcodes(folded: string): UnitSpan[] {
  return spansOf(folded, postcode, ({ 0: found }) => !isOrdinal.test(found));
}
