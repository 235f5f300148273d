/** As `ReceiptFault` in the area of proofs, mirrored because words import nothing. */
type Fault =
  | "too-long"
  | "no-receipt"
  | "rewritten"
  | "other-key"
  | "changed"
  | "day-changed";

const count = new Intl.NumberFormat("en-GB");

const faults: Record<Fault, string> = {
  "too-long": "This is longer than any receipt of ours. Nothing was checked",
  "no-receipt":
    "This is not a signed receipt. Choose the file that you saved, or paste all of it, from the first bracket to the last",
  rewritten:
    "This file was written anew by another program: spaces were added, or its parts stand in another order. Check the file as it was saved",
  "other-key":
    "This was not signed by us. It names a key that we do not have and have never had",
  changed:
    "This is not what we signed. An answer, a file, a time, the reference or the signature was changed after the receipt was made",
  "day-changed":
    "Its answers and files are those that we signed. What shows that they stand in that day’s root is not ours, so the file was changed after it was made",
};

type Change = {
  part: "answer" | "file" | "facts";
  how: "other" | "added" | "missing";
  name: string;
};

const changes: Record<`${Change["part"]} ${Change["how"]}`, string> = {
  "answer other": "This answer says something else:",
  "answer added": "This answer was not there:",
  "answer missing": "This answer is missing:",
  "file other": "This file has another name or size:",
  "file added": "This file was not there:",
  "file missing": "This file is missing, or is another one:",
  "facts other": "The reference, the call or one of the times",
  "facts added": "",
  "facts missing": "",
};

function change({ part, how, name }: Change): string {
  return `${changes[`${part} ${how}`]} ${name}`.trimEnd();
}

/** For whoever keeps a signed receipt, and whoever is shown one. */
export const signedReceiptWords = {
  heading: "Your signed receipt",
  lead: "A file that says what you sent and when, signed by us. If anyone ever changes what we hold, or says that you sent something else, it shows what is true. Your receipt code is not in it, and neither is what we keep apart from your answers.",
  save: "Save your signed receipt",
  howToCheck: "How a signed receipt is checked",
  fileName: (reference: string) => `receipt-${reference}.json`,
  keys: {
    heading: "How a signed receipt is checked",
    lead: "Whoever sends us an answer can save a signed receipt. Anyone who is given that file can check that it is what we signed, on our page or without us.",
    checkLink: "Check a signed receipt",
    keysHeading: "Our public keys",
    keysLead:
      "A receipt is signed with Ed25519 and names its key. Keys that we no longer sign with stay here, for what they signed.",
    keyName: "Name of the key (kid)",
    publicKey: "Public key (x)",
    use: "Used",
    inUse: (since: string | undefined) =>
      since === undefined ? "For what is signed next" : `Since ${since}`,
    usedBefore: (since: string) => `From ${since}; no longer in use`,
    fileLink: "Save the keys and all roots as a file (JSON)",
    fileLead:
      "With this file a receipt can be checked without us. Each receipt says, from the next day on, how it stands in its day’s root.",
    daysHeading: "Each day’s root",
    daysLead:
      "Every night we make one fingerprint, the root of a Merkle tree, over all receipts of the day that is over. A root that stands here never changes. If we took a response away, or changed one, without its sender, their receipt and this root would show it.",
    noDays: "No day with a receipt is over yet.",
    counted: (number: number, least: number) => {
      if (number === 0) return "No receipts";
      return number < least
        ? `Fewer than ${least} receipts`
        : `${count.format(number)} receipts`;
    },
    older: (shown: number) =>
      `These are the last ${shown} days. All of them are in the file above.`,
  },
  check: {
    heading: "Check a signed receipt",
    lead: "We look whether we signed this file, and whether a letter of it was changed since. It is not kept.",
    file: "The file that you saved",
    fileHint: "Its name is like receipt-H-7K4M-9QX2.json.",
    paste: "Or paste what is in it",
    check: "Check it",
    fault: (fault: Fault) => faults[fault],
    changesHeading: "What is not as we signed it",
    change,
    signatureAlone: "The signature itself",
    nothing: "Choose the file of a signed receipt, or paste what is in it",
    unread:
      "The file could not be read. Choose it again, or paste what is in it",
    isTrue: "This receipt is true",
    trueLead: "We signed it, and nothing in it has been changed since.",
    reference: "Reference number",
    call: "Sent to",
    sentAt: "Sent",
    signedAt: "Signed",
    version: "Version",
    answers: "What was sent",
    keptApart: "Given. It is kept apart, and does not stand in the receipt.",
    files: "Files",
    fingerprint: (sha256: string) => `SHA-256: ${sha256}`,
    withdrawn:
      "It says that the response was taken back by its sender, and nothing of what it said.",
    inDay: (day: string) => `It stands in the root of ${day}.`,
    notInDay:
      "It does not say yet how it stands in its day’s root. Save it again after the day is over, and it will.",
    another: "Check another one",
  },
};
