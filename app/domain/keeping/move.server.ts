import { isDeepStrictEqual } from "node:util";
import {
  differingTables,
  digestTables,
  type TableDigest,
} from "#app/db/compare-tables.server.ts";
import {
  CopiedMeanwhileError,
  copyTables,
} from "#app/db/copy-tables.server.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import { countPromisedFiles } from "#app/domain/attachments/promised-files.server.ts";
import type { ChainReport } from "#app/domain/audit/audit.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import {
  assertMayBeTarget,
  assertNotMoved,
  assertStillTarget,
  claimTarget,
  freezeSource,
  releaseTarget,
  thawSource,
} from "./ends-of-move.server.ts";
import { KeepingError } from "./keeping-errors.ts";
import {
  assertNoOthersFiles,
  type MovedFiles,
  moveFiles,
} from "./move-files.server.ts";

export type MovedFrom = { db: Db; store: AttachmentStore };
/** What is not given stays where it is. */
export type MovedTo = {
  db?: Db | undefined;
  store?: AttachmentStore | undefined;
};

export type Move = {
  /** Of a move that begins, a name that no other has. */
  mark: string;
  now: Date;
  /** `what` is a table, `files` or `compared`. */
  tell: (what: string, come: number, of: number) => void;
  signal?: AbortSignal | undefined;
};

export type MoveReport = {
  database?: { tables: Map<string, TableDigest>; chain: ChainReport };
  files?: MovedFiles;
};

/**
 * Copies a portal's rows, its files or both elsewhere, and compares all of it
 * there. From its beginning on nobody writes to the database that it leaves, and
 * until its end nobody to the one that it comes to. Cut off, it goes on when it
 * is begun again. What it leaves stays as it was, and frozen; where only
 * files were moved the database may be written to again.
 *
 * @throws a KeepingError where the target is not empty, or does not come to be the same.
 */
export async function movePortal(
  from: MovedFrom,
  to: MovedTo,
  move: Move,
): Promise<MoveReport> {
  if (to.db) await assertMayBeTarget(from.db, to.db);
  else await assertNotMoved(from.db);
  if (to.store) await assertNoOthersFiles(from.db, to.store);
  const mark = await freezeSource(from.db, move);
  if (to.db) {
    await claimTarget(to.db, { ...move, mark });
    await copyAll(from.db, to.db, { ...move, mark });
  }
  const report: MoveReport = {};
  if (to.store) report.files = await moveAllFiles(from, to.store, move);
  if (!to.db) {
    await thawSource(from.db);
    return report;
  }
  report.database = await compare(from.db, to.db, move);
  await releaseTarget(from.db, to.db, { ...move, mark });
  return report;
}

async function copyAll(from: Db, to: Db, move: Move): Promise<void> {
  const assertMayWrite = (trx: Trx) => assertStillTarget(trx, move);
  try {
    await copyTables(from, to, { ...move, assertMayWrite });
  } catch (error) {
    if (!(error instanceof CopiedMeanwhileError)) throw error;
    throw new KeepingError({ reason: "moved-meanwhile" });
  }
}

async function moveAllFiles(
  from: MovedFrom,
  to: AttachmentStore,
  { tell, signal }: Move,
): Promise<MovedFiles> {
  const of = await countPromisedFiles(from.db);
  return moveFiles(
    from.db,
    { from: from.store, to },
    { tell: (come) => tell("files", come, of), signal },
  );
}

/** @throws a KeepingError that names what is not the same at both ends. */
async function compare(
  from: Db,
  to: Db,
  { tell }: Move,
): Promise<NonNullable<MoveReport["database"]>> {
  let count = 0;
  const tellTable = () => tell("compared", (count += 1), 0);
  const left = await digestTables(from, tellTable);
  const tables = await digestTables(to, tellTable);
  const chain = await verifyChain(to);
  const what = differingTables(left, tables);
  if (!isDeepStrictEqual(chain, await verifyChain(from))) what.push("chain");
  if (what.length > 0) throw new KeepingError({ reason: "differs", what });
  return { tables, chain };
}
