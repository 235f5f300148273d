import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  type KeyObject,
  createSecretKey,
} from "node:crypto";
import { z } from "zod";
import type { Letter } from "./mail.ts";

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

function keyOf(secret: string): KeyObject {
  const key = hkdfSync("sha256", secret, "", "heard-waiting-mail", 32);
  return createSecretKey(Buffer.from(key));
}

type Sealing = {
  secret: string;
  /** The mail's own: a sealed text opens in no other's place. */
  mailId: string;
};

/** Locks what a mail says and to whom, so that a database, a backup or a log of writes tells neither. */
export function sealLetter(
  letter: Letter,
  {
    secret,
    mailId,
    randomBytes,
  }: Sealing & { randomBytes: (count: number) => Buffer },
): string {
  const nonce = randomBytes(nonceBytes);
  const locking = createCipheriv(cipher, keyOf(secret), nonce);
  locking.setAAD(Buffer.from(mailId));
  const locked = Buffer.concat([
    locking.update(JSON.stringify(letter), "utf8"),
    locking.final(),
  ]);
  return Buffer.concat([nonce, locking.getAuthTag(), locked]).toString(
    "base64url",
  );
}

const letterSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});

/** @throws where it was sealed with another secret or for another mail, or was changed. */
export function openLetter(
  sealed: string,
  { secret, mailId }: Sealing,
): Letter {
  const bytes = Buffer.from(sealed, "base64url");
  const opening = createDecipheriv(
    cipher,
    keyOf(secret),
    bytes.subarray(0, nonceBytes),
    { authTagLength: tagBytes },
  );
  opening.setAAD(Buffer.from(mailId));
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const text = Buffer.concat([
    opening.update(bytes.subarray(nonceBytes + tagBytes)),
    opening.final(),
  ]).toString("utf8");
  return letterSchema.parse(JSON.parse(text));
}
