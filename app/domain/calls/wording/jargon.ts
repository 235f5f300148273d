/*
 * Words of the trade, which children in care have asked to be said otherwise:
 * TACT, "Language that Cares: changing the way professionals talk about children
 * in care" (2019); and letters that only those know who work with them.
 */

const terms = {
  LAC: /\bLAC\b/,
  "looked-after": /\blooked[- ]after child(?:ren)?\b/i,
  placement: /\bplacements?\b/i,
  // Neither "contact us" nor "contact details".
  contact:
    /\b(?:have|having|had|supervised|family|sibling) contact\b|\bcontact (?:with|time|visits?|arrangements|centre)\b/i,
  respite: /\brespite\b/i,
  sibling: /\bsiblings?\b/i,
  "service-user": /\bservice users?\b/i,
  stakeholder: /\bstakeholders?\b/i,
  "multi-agency": /\bmulti-?agency\b/i,
  IRO: /\bIRO\b/,
  SEND: /\bSEND\b/,
  CAMHS: /\bCAMHS\b/,
} as const;

export type Jargon = keyof typeof terms;

/** The words of the trade in a text, each once, as it stands there first. */
export function jargonIn(text: string): { term: Jargon; said: string }[] {
  return (Object.keys(terms) as Jargon[]).flatMap((term) => {
    const [said] = terms[term].exec(text) ?? [];
    return said === undefined ? [] : [{ term, said }];
  });
}
