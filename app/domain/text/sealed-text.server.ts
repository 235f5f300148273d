import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from "node:crypto";

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

export type Sealing = {
  secret: string;
  /** One purpose's texts do not open as another's. */
  purpose: string;
  /** What it belongs to: a sealed text opens in no other's place. */
  belongsTo: string;
};

function keyOf({ secret, purpose }: Sealing): KeyObject {
  const key = hkdfSync("sha256", secret, "", purpose, 32);
  return createSecretKey(Buffer.from(key));
}

/** Locks a text, so that a database, a backup or a log of writes does not tell it. */
export function sealText(
  text: string,
  sealing: Sealing & { randomBytes: (count: number) => Buffer },
): string {
  const nonce = sealing.randomBytes(nonceBytes);
  const locking = createCipheriv(cipher, keyOf(sealing), nonce);
  locking.setAAD(Buffer.from(sealing.belongsTo));
  const locked = Buffer.concat([locking.update(text, "utf8"), locking.final()]);
  return Buffer.concat([nonce, locking.getAuthTag(), locked]).toString(
    "base64url",
  );
}

/** @throws where it was sealed with another secret or for something else, or was changed. */
export function openText(sealed: string, sealing: Sealing): string {
  const bytes = Buffer.from(sealed, "base64url");
  const opening = createDecipheriv(
    cipher,
    keyOf(sealing),
    bytes.subarray(0, nonceBytes),
    { authTagLength: tagBytes },
  );
  opening.setAAD(Buffer.from(sealing.belongsTo));
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([
    opening.update(bytes.subarray(nonceBytes + tagBytes)),
    opening.final(),
  ]).toString("utf8");
}
