import {
  type RedactionReason,
  redactionReasons,
  type RedactionState,
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

/** Why words are redacted, as a colleague reads it. */
export function redactionWords(reason: unknown): string {
  const known = redactionReasons.find((one) => one === reason);
  return known ? words[known] : "a reason";
}

export const nothingToRedact = "Looked at: nothing to redact";

/** The reasons to choose from. */
export function redactionChoices() {
  return redactionReasons.map((value) => ({ value, label: words[value] }));
}

/** The link from a response's page to its redactions, and what is known of them where nobody has to do anything. */
export function describeRedactions(
  open: { state: RedactionState }[],
  isLookedAt: boolean,
): string {
  const inState = (wanted: RedactionState) =>
    open.filter(({ state }) => state === wanted).length;
  const [waiting, approved] = [inState("proposed"), inState("approved")];
  if (waiting === 0 && approved === 0)
    return isLookedAt ? nothingToRedact : "Redact";
  const parts = [
    ...(waiting > 0 ? [`${waiting} waiting for a second person`] : []),
    ...(approved > 0 ? [`${approved} approved`] : []),
  ];
  return `Redactions: ${parts.join(", ")}`;
}
