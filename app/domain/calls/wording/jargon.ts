/*
 * Words of the trade and what children in care have asked to be said in their
 * place: TACT, "Language that Cares: changing the way professionals talk about
 * children in care" (2019), and GOV.UK's words to avoid.
 */

const terms: { found: RegExp; term: string; instead: string }[] = [
  { found: /\bLAC\b/, term: "LAC", instead: "children in care" },
  {
    found: /\blooked[- ]after child(?:ren)?\b/i,
    term: "looked after child",
    instead: "child in care",
  },
  { found: /\bplacements?\b/i, term: "placement", instead: "home" },
  {
    // Not "contact us" and not "contact details".
    found:
      /\b(?:have|having|had|supervised|family|sibling) contact\b|\bcontact (?:with|time|visits?|arrangements|centre)\b/i,
    term: "contact",
    instead: "time with family",
  },
  { found: /\brespite\b/i, term: "respite", instead: "a break for children" },
  { found: /\bsiblings?\b/i, term: "sibling", instead: "brothers and sisters" },
  { found: /\bservice users?\b/i, term: "service user", instead: "people" },
  { found: /\bstakeholders?\b/i, term: "stakeholder", instead: "who they are" },
  {
    found: /\bmulti-?agency\b/i,
    term: "multi-agency",
    instead: "which services",
  },
  { found: /\bIRO\b/, term: "IRO", instead: "independent reviewing officer" },
  { found: /\bSEND\b/, term: "SEND", instead: "special educational needs" },
  { found: /\bCAMHS\b/, term: "CAMHS", instead: "mental health services" },
  { found: /\bLA\b/, term: "LA", instead: "council" },
];

/** The words of the trade in a text, each once. */
export function jargonIn(text: string): { term: string; instead: string }[] {
  return terms
    .filter(({ found }) => found.test(text))
    .map(({ term, instead }) => ({ term, instead }));
}
