import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import type { Signature } from "./receipt-file.ts";

export type PublicKey = {
  /** The thumbprint of RFC 7638. */
  kid: string;
  /** The 32 bytes of an Ed25519 key, as base64url. */
  x: string;
};

export type SigningKey = PublicKey & { privateKey: KeyObject };

/** What PKCS #8 writes before the 32 bytes of an Ed25519 key (RFC 8410). */
const pkcs8Start = Buffer.from("302e020100300506032b657004220420", "hex");

export function keyOfSeed(seed: Uint8Array): SigningKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Start, seed]),
    format: "der",
    type: "pkcs8",
  });
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  return { kid: thumbprintOf(x), x, privateKey };
}

/**
 * The key that receipts are signed with. It follows from Heard's secret, like
 * receipt codes, so that its private half is stored nowhere: whoever restores or
 * moves a portal with its secret has it, and another secret is another key.
 */
export function signingKeyOf(secret: string): SigningKey {
  const seed = createHmac("sha256", secret).update("receipt-signing").digest();
  return keyOfSeed(seed);
}

function thumbprintOf(x: string): string {
  const named = `{"crv":"Ed25519","kty":"OKP","x":"${x}"}`;
  return createHash("sha256").update(named).digest("base64url");
}

export function signForm(key: SigningKey, form: Buffer): Signature {
  const value = sign(null, form, key.privateKey).toString("base64url");
  return { kid: key.kid, value };
}

/** @returns `other-key` where none of the keys is the one it names. */
export function judgeSignature(
  { kid, value }: Signature,
  form: Buffer,
  keys: PublicKey[],
): "holds" | "other-key" | "changed" {
  const key = keys.find((known) => known.kid === kid);
  if (!key || thumbprintOf(key.x) !== kid) return "other-key";
  const bytes = Buffer.from(value, "base64url");
  // The last letter has bits to spare, which another letter would say too.
  if (bytes.toString("base64url") !== value) return "changed";
  const jwk = { kty: "OKP", crv: "Ed25519", x: key.x };
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  return verify(null, form, publicKey, bytes) ? "holds" : "changed";
}
