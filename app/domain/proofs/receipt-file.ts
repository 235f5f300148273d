import { z } from "zod";
import { canonicalJson } from "../text/canonical-json.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const base64url = (bytes: number) =>
  z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}$`));
const time = z.iso.datetime({ precision: 3 });

const signatureSchema = z.strictObject({
  kid: base64url(32),
  value: base64url(64),
});

const statementSchema = z.strictObject({
  v: z.literal(1),
  reference: z.string().max(40),
  /** Counts what was said of one response, from 1: a change or a withdrawal is a new one. */
  version: z.int().min(1),
  call: z.string(),
  language: z.string(),
  sentAt: time,
  /** When this was fixed: at sending, or when it was changed or first asked for. */
  signedAt: time,
  isWithdrawn: z.boolean(),
  answers: z.array(
    z.strictObject({
      id: z.string(),
      question: z.string(),
      /** Null where something was given that is kept apart. */
      text: z.string().nullable(),
    }),
  ),
  files: z.array(
    z.strictObject({
      question: z.string(),
      name: z.string(),
      size: z.int().min(0),
      sha256: hash,
    }),
  ),
  /** Without it a short answer could be guessed from the tree. */
  salt: base64url(16),
});

const dayRootSchema = z.strictObject({
  /** In London. */
  day: z.iso.date(),
  count: z.int().min(0),
  root: hash,
});

/** Strict: what a file says besides would be signed by nobody. */
export const receiptFileSchema = z.strictObject({
  heard: z.literal("receipt"),
  statement: statementSchema,
  signature: signatureSchema,
  /** Once the day is over. */
  inclusion: z
    .strictObject({
      ...dayRootSchema.shape,
      position: z.int().min(0),
      path: z.array(hash).max(64),
      signature: signatureSchema,
    })
    .optional(),
});

/** What was sent, as its sender gets it signed. */
export type Statement = z.infer<typeof statementSchema>;
export type ReceiptFile = z.infer<typeof receiptFileSchema>;
export type Signature = z.infer<typeof signatureSchema>;
export type DayRoot = z.infer<typeof dayRootSchema>;

/** The form that is signed; its first line says what is, so that a day's root is no receipt. */
export function signedForm(
  signed: { receipt: Statement } | { day: DayRoot },
): Buffer {
  const [mark, said] =
    "receipt" in signed
      ? ["heard-receipt-1", signed.receipt]
      : ["heard-day-1", signed.day];
  return Buffer.from(`${mark}\n${canonicalJson(said)}`);
}

/** What the tree holds of it: the same words without the first line. */
export function leafForm(statement: Statement): Buffer {
  return Buffer.from(canonicalJson(statement));
}

export function writeReceiptFile(file: ReceiptFile): string {
  return canonicalJson(file);
}

/** By what a receipt is checked: as the file of public keys tells it, for whoever does so without this portal. */
export const knownProofsSchema = z.object({
  keys: z.array(z.object({ kid: z.string(), x: z.string() })),
  days: z.array(z.object({ day: z.string(), root: z.string() })),
});
export type KnownProofs = z.infer<typeof knownProofsSchema>;
