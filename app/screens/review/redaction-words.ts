import {
  type RedactionReason,
  redactionReasons,
} from "#app/domain/redaction/redactions.ts";

const words: Record<RedactionReason, string> = {
  name: "Name",
  phone: "Phone number",
  email: "Email address",
  address: "Postal address",
  postcode: "Postcode",
  "nhs-number": "NHS number",
  "ni-number": "National Insurance number",
  place: "Place or school that would identify somebody",
  "third-person": "About somebody else",
  other: "Another reason",
};

/** Shorter, for what stands in a text in the place of what it said. */
const shortWords: Partial<Record<RedactionReason, string>> = {
  email: "email",
  address: "address",
  "ni-number": "NI number",
  place: "place",
  "third-person": "about somebody else",
  other: "words",
};

/** Why words are redacted, as a colleague reads it. */
export function redactionWords(reason: unknown): string {
  const known = redactionReasons.find((one) => one === reason);
  return known ? words[known] : "a reason";
}

/** What stands in the place of words that were redacted, in whatever leaves the review. */
export function redactionMark(reason: RedactionReason): string {
  const word = shortWords[reason] ?? words[reason];
  const isName = /^N[HI]/.test(word);
  return `[${isName ? word : word.toLowerCase()} removed]`;
}

/** The reasons to choose from. */
export function redactionChoices() {
  return redactionReasons.map((value) => ({ value, label: words[value] }));
}

/** The link from a response's page to its redactions. */
export function describeRedactions(count: {
  waiting: number;
  approved: number;
}): string {
  const { waiting, approved } = count;
  if (waiting === 0 && approved === 0) return "Redact";
  const parts = [
    ...(waiting > 0 ? [`${waiting} waiting for a second person`] : []),
    ...(approved > 0 ? [`${approved} approved`] : []),
  ];
  return `Redactions: ${parts.join(", ")}`;
}
