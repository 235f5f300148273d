import { foldWidths } from "./fold-widths.ts";
import { suggestEmails } from "./suggest-emails.ts";
import { suggestNames } from "./suggest-names.ts";
import {
  suggestNhsNumbers,
  suggestNiNumbers,
  suggestPhones,
} from "./suggest-numbers.ts";
import { suggestPostcodes } from "./suggest-postcodes.ts";
import { joinOverlapping, type UnitSpan } from "./unit-spans.ts";

/** What a program can tell by itself; each is a reason to redact. */
export type SuggestedKind =
  "phone" | "email" | "postcode" | "nhs-number" | "ni-number" | "name";

export type Suggestion = UnitSpan & { kind: SuggestedKind };

/** Where two kinds fit the same words, the earlier is told. */
const suggesters: [SuggestedKind, (folded: string) => UnitSpan[]][] = [
  ["email", suggestEmails],
  ["nhs-number", suggestNhsNumbers],
  ["phone", suggestPhones],
  ["ni-number", suggestNiNumbers],
  ["postcode", suggestPostcodes],
  ["name", suggestNames],
];

/**
 * Where a text may say who somebody is or how to reach them, in the order of the
 * text; what overlaps is one. A list to look at and no more: it misses nearly
 * half of all names.
 */
export function suggestRedactions(text: string): Suggestion[] {
  const folded = foldWidths(text);
  const found = suggesters.flatMap(([kind, suggest]) =>
    suggest(folded).map((span) => ({ ...span, kind })),
  );
  // Sorting keeps the order of the kinds where two begin at the same place.
  found.sort((a, b) => a.start - b.start);
  return joinOverlapping(found);
}
