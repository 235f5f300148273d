import { createHash, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "#app/db/connection.server.ts";
import {
  migrateToLatest,
  selectMigrationsRun,
} from "#app/db/migrate.server.ts";
import type { Db } from "#app/db/schema.ts";
import {
  type AttachmentStore,
  openAttachmentStore,
} from "#app/domain/attachments/attachment-store.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { deleteDraft } from "#app/domain/drafts/delete-drafts.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
  givenResponse,
} from "../demo/factories.ts";
import type { PortalPlace } from "./portal-place.ts";

/** What was acknowledged: committed, and so promised to whoever sent it. */
export type Acknowledged = {
  at: number;
  /** Of a response. */
  reference?: string;
  /** Of a file that stays. */
  sha256?: string;
};

export type PortalAtWork = {
  acknowledged: Acknowledged[];
  /** Writes in each second, as they came out. */
  rate: () => number;
  /** Until so many have been acknowledged, or one had a fault. */
  waitFor: (count: number) => Promise<void>;
  /** @throws the first fault that a write had. */
  stop: () => Promise<void>;
};

const writers = 5;
const mostFileBytes = 40_000;

/**
 * A portal's real work, so many writes in a second, until it is told to stop:
 * responses sent, drafts saved and files kept, and one draft in three deleted again.
 */
export async function startWork(
  place: PortalPlace,
  writesPerSecond: number,
): Promise<PortalAtWork> {
  const { db, store, call } = await openPortal(place);
  const acknowledged: Acknowledged[] = [];
  const begunAt = performance.now();
  const secondsSince = () => (performance.now() - begunAt) / 1_000;
  const work = { isStopped: false, begun: 0 };
  const write = async () => {
    while (!work.isStopped) {
      const isEarly = work.begun > secondsSince() * writesPerSecond;
      if (isEarly) {
        await sleep(5);
        continue;
      }
      const number = (work.begun += 1);
      acknowledged.push(await writeOne(db, store, { call, number }));
    }
  };
  const all = Promise.all(Array.from({ length: writers }, write));
  // Told by stop(), where it is waited for.
  all.catch(() => (work.isStopped = true));
  return {
    acknowledged,
    rate: () => acknowledged.length / secondsSince(),
    async waitFor(count) {
      while (acknowledged.length < count && !work.isStopped) await sleep(20);
    },
    async stop() {
      work.isStopped = true;
      try {
        await all;
      } finally {
        await db.destroy();
      }
    },
  };
}

async function openPortal({ database, files }: PortalPlace) {
  const db = openDatabase(database);
  try {
    const store = await openAttachmentStore(files, { tell: () => undefined });
    await refuseUsed(db, store);
    await migrateToLatest(db);
    return { db, store, call: await givenCall(db) };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Invented responses come into what is given to a drill: it must be nobody's portal. */
async function refuseUsed(db: Db, store: AttachmentStore): Promise<void> {
  if ((await selectMigrationsRun(db)).length > 0)
    throw new OperatorError(
      "The database to drill with is not empty. A drill writes invented responses: make it one of its own.",
    );
  for await (const { publicId } of store.list())
    throw new OperatorError(
      `The bucket to drill with is not empty: it has ${publicId}. A drill writes invented files: make it one of its own.`,
    );
}

async function writeOne(
  db: Db,
  store: AttachmentStore,
  { call, number }: { call: Call; number: number },
): Promise<Acknowledged> {
  if (number % 4 !== 0) {
    const { reference } = await givenResponse(db, { call });
    return { at: performance.now(), reference };
  }
  const { draft, holderKey } = await givenDraft(db, { call });
  const text = randomBytes(mostFileBytes / 2).toString("hex");
  const bytes = Buffer.from(text.slice(0, 500 + ((number * 977) % 39_000)));
  await givenDraftFile(db, store, { draftId: draft.id, bytes });
  if (number % 12 === 0) {
    const now = new Date();
    await deleteDraft(db, store, { callId: call.id, holderKey, now });
    return { at: performance.now() };
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { at: performance.now(), sha256 };
}
