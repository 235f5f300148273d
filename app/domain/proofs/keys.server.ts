import type { Db } from "#app/db/schema.ts";
import { insertKey, selectKeys } from "./proofs.queries.server.ts";
import {
  type PublicKey,
  type SigningKey,
  signingKeyOf,
} from "./signing-key.server.ts";

/** With whose key something is signed, and when. */
export type Signing = { secret: string; now: Date };

/**
 * The key that signs. Its public half is noted where it was not: it stays there,
 * for what it has signed, when the secret is another one day.
 */
export async function takeSigningKey(
  db: Db,
  { secret, now }: Signing,
): Promise<SigningKey> {
  const key = signingKeyOf(secret);
  const known = await selectKeys(db);
  if (!known.some(({ kid }) => kid === key.kid))
    await insertKey(db, {
      kid: key.kid,
      public_key: key.x,
      used_since: now.toISOString(),
    });
  return key;
}

export type ReceiptKey = PublicKey & {
  /** ISO-8601 UTC; undefined for one that has signed nothing yet. */
  usedSince: string | undefined;
  isInUse: boolean;
};

/** All public keys of this portal, that in use first. */
export async function selectReceiptKeys(
  db: Db,
  secret: string,
): Promise<ReceiptKey[]> {
  const { kid, x } = signingKeyOf(secret);
  const known = (await selectKeys(db)).map((row) => ({
    kid: row.kid,
    x: row.public_key,
    usedSince: row.used_since,
    isInUse: row.kid === kid,
  }));
  const inUse = known.find(({ isInUse }) => isInUse) ?? {
    ...{ kid, x, usedSince: undefined, isInUse: true },
  };
  return [inUse, ...known.filter(({ isInUse }) => !isInUse)];
}
