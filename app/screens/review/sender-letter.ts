import type { Entry } from "#app/domain/entries/entries.ts";
import { formatShortDate } from "#app/words/review-en/times.ts";

const whatCame: Record<string, string> = {
  letter: "your letter",
  email: "your email",
  phone: "what you told us by phone",
  meeting: "what you told us at a meeting",
};

/** The letter to somebody whose words were keyed in: what they can do with its two codes. */
export function describeLetter(of: {
  entry: Entry;
  receiptCode: string;
  callName: string;
  reviewName: string;
  /** Where the codes are typed in. */
  receiptAt: string;
  now: Date;
}) {
  const { entry, receiptCode, callName, reviewName, receiptAt } = of;
  const what = whatCame[entry.channel] ?? "what you sent";
  return {
    reviewName,
    date: formatShortDate(of.now.toISOString()),
    heading: `We have ${what}`,
    thanks: `Thank you. ${what[0]?.toUpperCase()}${what.slice(1)}, which came on ${formatShortDate(entry.receivedAt)}, is one of the responses to “${callName}”. It is read like those that were sent on the website.`,
    codes: [
      { label: "Reference", value: entry.reference },
      { label: "Receipt code", value: receiptCode },
      { label: "Where to use them", value: receiptAt },
    ],
    rights: [
      "With both you can see what we keyed in, correct it, and take it back, on the website.",
      "Keep this letter safe: the code shows that the response is yours.",
      "If you do not use the website, write to us or ring us with the reference. Do not tell us the code.",
    ],
  };
}
