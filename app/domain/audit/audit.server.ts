import { createHash } from "node:crypto";
import { z } from "zod";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";
import {
  insertEvents,
  selectEventsAfter,
  countStaffWho,
  selectEventsSought,
  selectHighestEventId,
  selectLastHash,
  selectTimeOfLastEvent,
} from "./audit.queries.server.ts";
import type {
  ChainFault,
  ChainReport,
  EventsSought,
  NewEvent,
  SubjectKind,
} from "./audit.ts";

/** What the first event of a database points back to. */
const chainStart = "0".repeat(64);

/**
 * Appends events to the hash chain. It takes a transaction, not a connection:
 * an event and the change it tells of are committed together or not at all.
 */
export async function recordEvents(
  trx: Trx,
  events: NewEvent[],
): Promise<void> {
  await insertEvents(trx, await linkEvents(trx, events));
}

/** The rows of events that come next in the chain, as this transaction sees it. */
export async function linkEvents(
  trx: Trx,
  events: NewEvent[],
): Promise<NewRow<"events">[]> {
  if (events.length === 0) return [];
  let previousHash = (await selectLastHash(trx)) ?? chainStart;
  return events.map((event) => {
    const content = contentOf(event);
    const previous_hash = previousHash;
    previousHash = hashEvent(previous_hash, content);
    return { ...content, previous_hash, hash: previousHash };
  });
}

export async function recordEvent(trx: Trx, event: NewEvent): Promise<void> {
  await recordEvents(trx, [event]);
}

type EventContent = Pick<
  Row<"events">,
  | "at"
  | "actor_kind"
  | "actor_id"
  | "subject_kind"
  | "subject_id"
  | "type"
  | "details"
>;

function contentOf({ at, actor, subject, type, details }: NewEvent) {
  return {
    at: at.toISOString(),
    actor_kind: actor.kind,
    actor_id: actor.kind === "staff" ? actor.staffId : null,
    subject_kind: subject.kind,
    subject_id: subject.id ?? null,
    type,
    details: JSON.stringify(details ?? {}),
  };
}

function hashEvent(previousHash: string, content: EventContent): string {
  const canonical = JSON.stringify([
    previousHash,
    content.at,
    content.actor_kind,
    content.actor_id,
    content.subject_kind,
    content.subject_id,
    content.type,
    content.details,
  ]);
  return createHash("sha256").update(canonical).digest("hex");
}

/** Walks the whole chain, a batch at a time; every event whose content or link does not fit is a fault. */
export async function verifyChain(
  db: Db,
  { eventsPerBatch = 5_000 }: { eventsPerBatch?: number } = {},
): Promise<ChainReport> {
  const faults: ChainFault[] = [];
  let eventCount = 0;
  let previousHash = chainStart;
  let lastId = 0;
  for (;;) {
    const batch = await selectEventsAfter(db, {
      eventId: lastId,
      limit: eventsPerBatch,
    });
    if (batch.length === 0) break;
    for (const event of batch) {
      if (event.previous_hash !== previousHash) {
        faults.push({ eventId: event.id, fault: "link-broken" });
      }
      if (hashEvent(event.previous_hash, event) !== event.hash) {
        faults.push({ eventId: event.id, fault: "hash-differs" });
      }
      previousHash = event.hash;
      lastId = event.id;
      eventCount += 1;
    }
  }
  if (faults.length > 0) return { ok: false, eventCount, faults };
  return { ok: true, eventCount, lastHash: previousHash };
}

/** When the newest event was recorded; undefined where there is none. */
export async function selectLastEventTime(db: Db): Promise<Date | undefined> {
  const at = await selectTimeOfLastEvent(db);
  return at === undefined ? undefined : new Date(at);
}

/** The number of the newest event, by which whoever reads on knows what is new; 0 where there is none. */
export async function selectLastEventId(db: Db): Promise<number> {
  return selectHighestEventId(db);
}

export type HistoryEntry = {
  at: string;
  actorName: string;
  type: string;
  details: Record<string, unknown>;
};

const detailsSchema = z.record(z.string(), z.unknown());

/** The events that are sought, oldest first, with the names of staff; for staff eyes only. The one way for other areas to read the log. */
export async function selectEvents(
  db: Db,
  sought: EventsSought,
): Promise<HistoryEntry[]> {
  const rows = await selectEventsSought(db, sought);
  return rows.map((row) => ({
    at: row.at,
    actorName:
      row.name ??
      (row.actor_kind === "respondent" ? "The respondent" : "Heard"),
    type: row.type,
    details: detailsSchema.parse(JSON.parse(row.details)),
  }));
}

/** What happened to one subject, all of it. */
export async function selectHistory(
  db: Db,
  subject: { kind: SubjectKind; id: number },
): Promise<HistoryEntry[]> {
  return selectEvents(db, { subject });
}

/** How many of the team have opened a response: a number, for whoever sent it. */
export async function countReaders(
  db: Db,
  responseId: number,
): Promise<number> {
  const subject = { kind: "response", id: responseId } as const;
  return countStaffWho(db, { subject, type: "response.read" });
}
