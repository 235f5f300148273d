import { canonicalJson, type JsonValue } from "../text/canonical-json.ts";
import { hashLeaf, rootByPath } from "./merkle-tree.server.ts";
import {
  type KnownProofs,
  leafForm,
  type ReceiptFile,
  receiptFileSchema,
  signedForm,
} from "./receipt-file.ts";
import { judgeSignature } from "./signing-key.server.ts";

/** Longer than a receipt of a long form in any script; what is longer is not looked at. */
export const maxReceiptCharacters = 1_000_000;

/** What is not right about a receipt. */
export type ReceiptFault =
  /** Longer than any receipt. */
  | "too-long"
  /** Nothing that this portal, or another one, makes. */
  | "no-receipt"
  /** It says what a receipt says, in other bytes: spaces were added, or its parts put in another order. */
  | "rewritten"
  /** It names a key that is not among those known. */
  | "other-key"
  /** The answers, the files or the facts are not those that were signed, or the signature is not. */
  | "changed"
  /** The answers and files are those that were signed; what shows that they stand in the day's root is not. */
  | "day-changed";

export type ReceiptCheck =
  | { ok: true; receipt: ReceiptFile }
  | { ok: false; fault: Exclude<ReceiptFault, "changed"> }
  | { ok: false; fault: "changed"; receipt: ReceiptFile };

/**
 * Whether a saved receipt is one that a key of `known` has signed, byte for
 * byte; blank space around it, which mail and forms add, is no part of it. Where
 * `known` tells roots, that of the receipt's day must be among them.
 */
export function checkReceipt(text: string, known: KnownProofs): ReceiptCheck {
  if (text.length > maxReceiptCharacters)
    return { ok: false, fault: "too-long" };
  const read = readReceipt(text.trim());
  if (!read.ok) return read;
  const { statement, signature } = read.receipt;
  const form = signedForm({ receipt: statement });
  const judged = judgeSignature(signature, form, known.keys);
  if (judged === "other-key") return { ok: false, fault: judged };
  if (judged === "changed")
    return { ok: false, fault: judged, receipt: read.receipt };
  return holdsInDay(read.receipt, known)
    ? { ok: true, receipt: read.receipt }
    : { ok: false, fault: "day-changed" };
}

function readReceipt(text: string): ReceiptCheck {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, fault: "no-receipt" };
  }
  const parsed = receiptFileSchema.safeParse(value);
  if (!parsed.success) return { ok: false, fault: "no-receipt" };
  // What JSON.parse makes is a value of JSON.
  return canonicalJson(value as JsonValue) === text
    ? { ok: true, receipt: parsed.data }
    : { ok: false, fault: "rewritten" };
}

function holdsInDay(
  { statement, inclusion }: ReceiptFile,
  known: KnownProofs,
): boolean {
  if (!inclusion) return true;
  const { day, count, root, position, path, signature } = inclusion;
  const leaf = hashLeaf(leafForm(statement));
  if (rootByPath({ leaf, position, count, path }) !== root) return false;
  const form = signedForm({ day: { day, count, root } });
  if (judgeSignature(signature, form, known.keys) !== "holds") return false;
  const told = known.days.find((one) => one.day === day);
  return told ? told.root === root : known.days.length === 0;
}
