import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { openDatabaseReadOnly } from "#app/db/connection.server.ts";
import { engineOf } from "#app/db/engine.server.ts";
import type { Db } from "#app/db/schema.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import type { ServerHome } from "#tests/given/servers.ts";
import { type LedgerEntry, sha256 } from "./ledger.ts";

/** Where what was promised has to be. */
export type Stored = {
  open: () => Db;
  readFile: (publicId: string) => Buffer | undefined;
};

/** What one server keeps in its own folder. */
export function storedIn({ databaseFile, uploadsFolder }: ServerHome): Stored {
  return {
    open: () => openDatabaseReadOnly({ file: databaseFile }),
    readFile(publicId) {
      const file = path.join(uploadsFolder, publicId);
      return existsSync(file) ? readFileSync(file) : undefined;
    },
  };
}

/** Holds the ledger against what is stored, and what is stored against itself. */
export async function findLosses(
  stored: Stored,
  ledger: LedgerEntry[],
): Promise<string[]> {
  const db = stored.open();
  try {
    return [
      ...(engineOf(db) === "sqlite" ? await findFileFaults(db) : []),
      ...(await findChainFaults(db)),
      ...(await findFilesMissing(db, stored)),
      ...(await findEntriesMissing(db, stored, ledger)),
    ];
  } finally {
    await db.destroy();
  }
}

async function findFileFaults(db: Db): Promise<string[]> {
  const integrity = await sql<{ integrity_check: string }>`
    pragma integrity_check`.execute(db);
  const foreignKeys = await sql`pragma foreign_key_check`.execute(db);
  return [
    ...integrity.rows
      .map((row) => row.integrity_check)
      .filter((line) => line !== "ok"),
    ...foreignKeys.rows.map((row) => `foreign key: ${JSON.stringify(row)}`),
  ];
}

async function findChainFaults(db: Db): Promise<string[]> {
  const chain = await verifyChain(db);
  return chain.ok ? [] : [`audit chain: ${JSON.stringify(chain.faults)}`];
}

/** A row without its file is a promise without its proof, in a draft as in a response. */
async function findFilesMissing(
  db: Db,
  { readFile }: Stored,
): Promise<string[]> {
  const rows = await db
    .selectFrom("attachments")
    .select(["public_id", "byte_size", "sha256"])
    .execute();
  return rows.flatMap((row) => {
    const bytes = readFile(row.public_id);
    if (!bytes) return [`no file for the row ${row.public_id}`];
    const isWhole =
      bytes.length === row.byte_size && sha256(bytes) === row.sha256;
    return isWhole ? [] : [`the file of ${row.public_id} differs from its row`];
  });
}

async function findEntriesMissing(
  db: Db,
  stored: Stored,
  ledger: LedgerEntry[],
): Promise<string[]> {
  const losses: string[] = [];
  for (const entry of ledger) {
    const loss = await findLoss(db, stored, entry);
    if (loss) losses.push(`${entry.reference}: ${loss}`);
  }
  return losses;
}

async function findLoss(
  db: Db,
  { readFile }: Stored,
  entry: LedgerEntry,
): Promise<string | undefined> {
  const response = await db
    .selectFrom("responses")
    .select("id")
    .where("reference", "=", entry.reference)
    .executeTakeFirst();
  if (!response) return "there is no response";
  const answers = await db
    .selectFrom("answers")
    .select("text")
    .where("response_id", "=", response.id)
    .execute();
  if (!answers.some(({ text }) => text === entry.advice))
    return "the answer is not what was sent";
  const files = await db
    .selectFrom("attachments")
    .select(["public_id", "original_name"])
    .where("response_id", "=", response.id)
    .execute();
  const stored = files.map(({ public_id, original_name }) => {
    const bytes = readFile(public_id);
    return `${original_name} ${bytes ? sha256(bytes) : "is gone"}`;
  });
  const sent = [...entry.files].map(([name, hash]) => `${name} ${hash}`);
  if (stored.sort().join() !== sent.sort().join())
    return "the files are not what was sent";
  const receipt = await entry.respondent.readReceipt();
  return receipt?.receiptCode === entry.receiptCode
    ? undefined
    : "the receipt is not what was shown";
}
