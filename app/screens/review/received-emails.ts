import type {
  EmailFacts,
  EmailFileRefusal,
  EmailRemark,
  LeavingOutReason,
  ReceivedEmail,
} from "#app/domain/entries/emails/received-emails.ts";
import { describeByteSize } from "#app/domain/attachments/attachments.ts";
import { formatMoment, formatShortDate } from "#app/words/review-en/times.ts";
import { plural } from "./counted.ts";

const remarks: Record<EmailRemark, string> = {
  "no-text": "It has no text: look at its files, or at the email as it came",
  "text-from-html":
    "It came as a designed page: its words are here, pictures and layout are not",
  "text-cut":
    "It is very long: what is here ends after 200,000 characters. All of it is in the email as it came",
  "rtf-only":
    "Outlook kept its words in a form that is not read here: open the email as it came, and key them in",
  encrypted:
    "It is encrypted, so it cannot be read here: ask its sender to send it again without that",
  winmail:
    "Its files are packed as winmail.dat, which is not opened here: ask its sender for the files themselves",
  automatic: "It looks like an automatic reply",
  forwarded:
    "Somebody passed it on, so its sender may be another person: put that right when you take it in",
  "no-sender": "It does not say who sent it",
  "no-date": "It does not say when it came",
  "future-date": "It says that it came on a day that is still ahead",
  "files-cut": "It has more than 50 files: the first 50 are listed",
  unreadable:
    "It is broken, or made in a way that is not read here: open it as it came, and key in what it says",
};

const twice = "The same email was brought before";

/** What somebody should know of an email before they take it in. */
export function describeRemarks({ facts, isTwice }: ReceivedEmail): string[] {
  const found = (facts?.remarks ?? []).map((remark) => remarks[remark]);
  return isTwice ? [twice, ...found] : found;
}

export const leavingOutChoices: { value: LeavingOutReason; label: string }[] = [
  { value: "not-an-answer", label: "It does not answer the call" },
  { value: "twice", label: "It is here already" },
  { value: "automatic", label: "It is an automatic reply or advertising" },
  { value: "other", label: "Another reason" },
];

const longestExcerpt = 160;

/** An email as a line of a list. */
export function describeEmailLine(email: ReceivedEmail) {
  const { facts, reason } = email;
  const files = facts?.files.length ?? 0;
  const left = leavingOutChoices.find(({ value }) => value === reason);
  return {
    emailId: email.emailId,
    subject: facts?.subject || "No subject",
    from: describeSender(email),
    facts: [
      facts?.receivedAt
        ? `came ${formatShortDate(facts.receivedAt)}`
        : "no date",
      ...(files > 0 ? [plural(files, "file", "files")] : []),
    ].join(", "),
    excerpt: excerptOf(facts?.ownText ?? ""),
    remarks: describeRemarks(email),
    leftOut: left ? `Left out: ${left.label}` : undefined,
  };
}

function excerptOf(text: string): string {
  const line = text.slice(0, longestExcerpt * 2).replace(/\s+/g, " ");
  const characters = [...line];
  return characters.length > longestExcerpt
    ? `${characters.slice(0, longestExcerpt).join("")}…`
    : line;
}

function describeSender({ facts }: ReceivedEmail): string {
  const { senderName = "", senderAddress = "" } = facts ?? {};
  if (senderAddress === "") return senderName || "Nobody is named";
  return senderName ? `${senderName} <${senderAddress}>` : senderAddress;
}

/** An email on its own page. */
export function describeEmail(email: ReceivedEmail) {
  const { facts, reason } = email;
  return {
    subject: facts?.subject || "No subject",
    summary: [
      { label: "From", value: describeSender(email) },
      {
        label: "Came",
        value: facts?.receivedAt
          ? formatMoment(facts.receivedAt)
          : "It does not say",
      },
      { label: "As it came", value: describeByteSize(email.byteSize) },
    ],
    remarks: describeRemarks(email),
    ownText: facts?.ownText ?? "",
    quotedText: facts?.quotedText ?? "",
    files: (facts?.files ?? []).map(({ name, byteSize }, place) => ({
      ...{ value: String(place), label: name },
      hint: describeByteSize(byteSize),
    })),
    leftOut: leavingOutChoices.find(({ value }) => value === reason)?.label,
  };
}

/** Why a file brought no emails. */
export function describeEmailRefusal(
  name: string,
  reason: EmailFileRefusal | "not-read" | "not-arrived",
): string {
  return `${name}: ${refusals[reason]}`;
}

const refusals: Record<EmailFileRefusal | "not-read" | "not-arrived", string> =
  {
    "not-email":
      "this is no email. Save it from your mail program as .eml, .msg or .mbox",
    empty: "there is nothing in it",
    "too-big": "it is larger than 35 MB. Save fewer emails in one file",
    "too-many": "there are more than 500 emails in it. Save fewer in one file",
    "not-read":
      "it took too long to be read. Save fewer emails in one file, or key it in by hand",
    "not-arrived": "it did not arrive whole. Choose it again",
  };

export const emailWords = {
  "no-call": "Choose the call that they answer",
  "no-file": "Choose the files of the emails",
  "no-reason": "Choose why it is left out",
  "no-day": "Enter the day on which it came",
  settled: "A colleague has dealt with this email since you opened it",
  withheld:
    "Something of this email is redacted or withheld, so only leads and admins open it.",
  infected:
    "The virus scanner found something in this email, so it cannot be opened.",
} as const;

/** What is told once an email is an entry. */
export function tellTakenIn(reference: string, lostCount: number): string {
  const isIn = `${reference} is in the queue. Somebody else has to check it now.`;
  if (lostCount === 0) return isIn;
  const lost = plural(lostCount, "file was", "files were");
  return `${isIn} ${lost} not taken: see the email as it came.`;
}

/** What of several files was added. */
export function tellBrought(count: number): string {
  return `${plural(count, "email was", "emails were")} added.`;
}

/** How many wait beyond those that are listed. */
export function tellMoreWaiting(count: number): string | undefined {
  return count > 0
    ? `${plural(count, "more email waits", "more emails wait")}: they are listed once these are dealt with.`
    : undefined;
}

/** Beside the day on which an email came. */
export function tellDay(
  { receivedAt }: Pick<EmailFacts, "receivedAt">,
  now: Date,
): string {
  if (receivedAt === undefined)
    return "The email does not say. For example, 31/5/2026";
  return new Date(receivedAt) > now
    ? `The email says ${formatShortDate(receivedAt)}, which is still ahead. For example, 31/5/2026`
    : `The email says ${formatMoment(receivedAt)}, in London’s time.`;
}
