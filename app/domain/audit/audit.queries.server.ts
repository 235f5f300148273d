import { countOf } from "#app/db/counts.ts";
import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";
import type { EventsSought } from "./audit.ts";

const lastHash = keepQuery((db) =>
  db.selectFrom("events").select("hash").orderBy("id", "desc").limit(1),
);

export async function selectLastHash(trx: Trx): Promise<string | undefined> {
  const [last] = await lastHash(trx, {});
  return last?.hash;
}

/** What one statement takes on either engine. */
const eventsInStatement = 500;

type NewEventRow = Omit<NewRow<"events">, "id">;

const oneEvent = keepQuery((db, event: Places<NewEventRow>) =>
  db.insertInto("events").values({
    at: event.at,
    actor_kind: event.actor_kind,
    actor_id: event.actor_id,
    subject_kind: event.subject_kind,
    subject_id: event.subject_id,
    type: event.type,
    details: event.details,
    previous_hash: event.previous_hash,
    hash: event.hash,
  }),
);

export async function insertEvents(
  trx: Trx,
  rows: NewEventRow[],
): Promise<void> {
  const [only, ...others] = rows;
  if (only && others.length === 0) {
    await oneEvent(trx, only);
    return;
  }
  for (let start = 0; start < rows.length; start += eventsInStatement) {
    const part = rows.slice(start, start + eventsInStatement);
    await trx.insertInto("events").values(part).execute();
  }
}

/** The next of the chain after an event, in its order. */
export async function selectEventsAfter(
  db: Db,
  of: { eventId: number; limit: number },
): Promise<Row<"events">[]> {
  return db
    .selectFrom("events")
    .selectAll()
    .where("id", ">", of.eventId)
    .orderBy("id")
    .limit(of.limit)
    .execute();
}

export async function selectTimeOfLastEvent(
  db: Db,
): Promise<string | undefined> {
  const last = await db
    .selectFrom("events")
    .select("at")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.at;
}

export async function selectEventsSought(
  db: Db,
  { subject, types, staffId, since }: EventsSought,
) {
  let query = db
    .selectFrom("events")
    .leftJoin("staff", "staff.id", "events.actor_id")
    .select([
      "events.at",
      "events.actor_kind",
      "staff.name",
      "events.type",
      "events.details",
    ])
    .where("events.subject_kind", "=", subject.kind)
    .where("events.subject_id", "=", subject.id);
  if (types) query = query.where("events.type", "in", types);
  if (staffId !== undefined)
    query = query.where("events.actor_id", "=", staffId);
  if (since) query = query.where("events.at", ">", since.toISOString());
  return query.orderBy("events.id").execute();
}

/** How many members of staff have done something of a kind to a subject, each counted once. */
export async function countStaffWho(
  db: Db,
  { subject, type }: { subject: EventsSought["subject"]; type: string },
): Promise<number> {
  const row = await db
    .selectFrom("events")
    .select((eb) => eb.fn.count("actor_id").distinct().as("count"))
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .where("actor_kind", "=", "staff")
    .where("type", "=", type)
    .executeTakeFirstOrThrow();
  return countOf(row);
}

export async function selectHighestEventId(db: Db): Promise<number> {
  const last = await db
    .selectFrom("events")
    .select("id")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.id ?? 0;
}
