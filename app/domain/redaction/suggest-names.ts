import { spansOf, type UnitSpan } from "./unit-spans.ts";

const capital = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,30}`;
const particles = String.raw`(?:(?:van|von|de|der|den|du|da|di|la|le|al|el|bin|ap) ){0,2}`;
const name = String.raw`${particles}${capital}`;
const names = (least: number) =>
  String.raw`${name}(?:[ \n]${name}){${least - 1},2}(?![\p{L}\p{M}])`;

const titles =
  "Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Reverend|Fr|Sister|Nurse|Matron|Midwife|Sgt|PC|Cllr";
const relatives =
  "son|daughter|mum|mother|dad|father|wife|husband|partner|brother|sister|nan|gran|grandma|grandad|grandson|granddaughter|aunt|auntie|uncle|cousin|friend|niece|nephew|baby|carer|neighbour|fiancee?|step-?(?:son|daughter|mother|father)";

/** A word before, and what has to follow it. Small letters are names too; by rule they cannot be told from any other word. */
const announced: RegExp[] = [
  new RegExp(String.raw`(?<=\b(?:${titles})\.?[ \n])${names(1)}`, "gu"),
  new RegExp(
    String.raw`(?<=\b[Mm]y (?:\p{L}{2,12} )?(?:${relatives}),?[ \n])${names(1)}`,
    "gu",
  ),
  new RegExp(
    String.raw`(?<=\b(?:[Mm]y name is|[Mm]y name's|called|named)[ \n])${names(1)}`,
    "gu",
  ),
  new RegExp(String.raw`(?<=\b(?:I am|I'm|I’m)[ \n])${names(2)}`, "gu"),
  new RegExp(
    String.raw`(?<=\b(?:[Tt]hanks|[Tt]hank you|[Rr]egards|[Ss]incerely|[Ff]aithfully|[Ww]ishes)[,.]?[ \n]{1,2})${names(2)}`,
    "gu",
  ),
  new RegExp(String.raw`(?<=\b[Ff]rom[ \n])${names(2)}`, "gu"),
];
const noName =
  /^(?:the|a|an|i|he|she|it|they|we|you|my|his|her|our|and|but|in|on|at|to|is|was|has|who|when|if|so|as|for|with|very|not|no|nhs|great|good|covid|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i;

/** Names by what stands before them: a title, a relative, "from", the end of a letter. */
export function suggestNames(folded: string): UnitSpan[] {
  return announced.flatMap((pattern) =>
    spansOf(folded, pattern, ({ 0: found }) => !noName.test(found)),
  );
}
