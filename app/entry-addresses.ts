/** What staff keyed in, and what of it waits for a second person. */
export const entriesAddress = "/review/entries";

/** Where something is keyed in, for a call where that is chosen. */
export function newEntryAddress(slug?: string): string {
  const path = `${entriesAddress}/new`;
  return slug === undefined ? path : `${path}?call=${encodeURIComponent(slug)}`;
}

/** An entry, or what is done with it. */
export function entryAddress(
  reference: string,
  place?: "letter" | "correct",
  questionId?: string,
): string {
  const path = `${entriesAddress}/${encodeURIComponent(reference)}`;
  const below = place ? `${path}/${place}` : path;
  return questionId === undefined
    ? below
    : `${below}?question=${encodeURIComponent(questionId)}`;
}

/** A page, from 1 on, of a scan that waits for its form to be sent again. */
export function heldPageAddress(key: string, page: number): string {
  return `${entriesAddress}/held/${encodeURIComponent(key)}/pages/${page}`;
}

/** Emails that came as files, and are no entries yet. */
export const receivedEmailsAddress = `${entriesAddress}/emails`;

/** Such an email, or what is done with it. */
export function receivedEmailAddress(
  emailId: number,
  place?: "take-in" | "original",
  chosen?: { question: string; quoted: "keep" | "leave" },
): string {
  const path = `${receivedEmailsAddress}/${emailId}`;
  const below = place ? `${path}/${place}` : path;
  return chosen ? `${below}?${new URLSearchParams(chosen).toString()}` : below;
}
