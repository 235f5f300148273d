import { createHmac } from "node:crypto";
import type { Db, Trx } from "#app/db/schema.ts";
import { readInclusion } from "./days.server.ts";
import { type Signing, takeSigningKey } from "./keys.server.ts";
import { hashLeaf } from "./merkle-tree.server.ts";
import {
  insertLeaf,
  type LeafRow,
  selectLeavesOf,
} from "./proofs.queries.server.ts";
import {
  leafForm,
  signedForm,
  type Statement,
  writeReceiptFile,
} from "./receipt-file.ts";
import { signForm } from "./signing-key.server.ts";

/** What a response says now, without what only its receipt knows. */
export type Said = Omit<Statement, "v" | "version" | "signedAt" | "salt">;

type Keeping = { responseId: number; said: Said; now: Date };

type RandomBytes = (count: number) => Buffer;

type Fixed = Pick<LeafRow, "version" | "kept_at" | "salt">;

function stateThat(said: Said, fixed: Fixed): Statement {
  const { version, kept_at: signedAt, salt } = fixed;
  return { ...said, v: 1, version, signedAt, salt };
}

const leafOf = (said: Said, fixed: Fixed) =>
  hashLeaf(leafForm(stateThat(said, fixed)));

/** Fixes what a response says of which nothing was kept before: at its sending. */
export async function keepFirstReceipt(
  trx: Trx,
  { randomBytes, ...keeping }: Keeping & { randomBytes: RandomBytes },
): Promise<void> {
  const salt = randomBytes(16).toString("base64url");
  await keepReceipt(trx, { ...keeping, version: 1, salt });
}

async function keepReceipt(
  trx: Trx,
  keeping: Keeping & Pick<Fixed, "version" | "salt">,
): Promise<void> {
  const { responseId, said, version, salt, now } = keeping;
  const fixed = { version, kept_at: now.toISOString(), salt };
  const leaf = leafOf(said, fixed);
  await insertLeaf(trx, { ...fixed, response_id: responseId, leaf });
}

/**
 * Fixes what a response says now, where something else was kept last. Where
 * nothing was, it was sent before there were such receipts, and gets its first
 * one when it is asked for.
 */
export async function keepReceiptOf(trx: Trx, keeping: Keeping): Promise<void> {
  const { responseId, said } = keeping;
  const [last] = await selectLeavesOf(trx, responseId);
  if (!last || leafOf(said, last) === last.leaf) return;
  const salt = saltAfter(last.salt);
  await keepReceipt(trx, { ...keeping, version: last.version + 1, salt });
}

/** Known to whoever has the receipt before it, who is its sender, and to nobody else. */
function saltAfter(salt: string): string {
  const next = createHmac("sha256", salt).update("next").digest();
  return next.subarray(0, 16).toString("base64url");
}

/** The signed receipt of what a response says now, as the file that its sender keeps. */
export async function signReceipt(
  db: Db,
  {
    secret,
    randomBytes,
    ...keeping
  }: Keeping & Signing & { randomBytes: RandomBytes },
): Promise<string> {
  const { responseId, said, now } = keeping;
  const [last] = await db.transaction().execute(async (trx) => {
    const before = await selectLeavesOf(trx, responseId);
    if (before.length > 0) await keepReceiptOf(trx, keeping);
    else await keepFirstReceipt(trx, { ...keeping, randomBytes });
    return selectLeavesOf(trx, responseId);
  });
  if (!last) throw new Error("A receipt that was kept is not there");
  const key = await takeSigningKey(db, { secret, now });
  const statement = stateThat(said, last);
  const inclusion = await readInclusion(db, last);
  return writeReceiptFile({
    heard: "receipt",
    statement,
    signature: signForm(key, signedForm({ receipt: statement })),
    ...(inclusion && { inclusion }),
  });
}

/**
 * What a receipt of this response said that is said still, for whoever has its
 * salt and so has it; undefined for everybody else, and where it says something else now.
 */
export async function findStatementOf(
  db: Db,
  of: { responseId: number; said: Said; given: Statement },
): Promise<Statement | undefined> {
  const { version, salt } = of.given;
  const kept = await selectLeavesOf(db, of.responseId);
  const row = kept.find(
    (leaf) => leaf.version === version && leaf.salt === salt,
  );
  if (!row || leafOf(of.said, row) !== row.leaf) return undefined;
  return stateThat(of.said, row);
}
