import type { Db } from "#app/db/schema.ts";

/** What staff did, in order: each event's type with its details. */
export async function selectStaffEvents(db: Db) {
  const events = await db
    .selectFrom("events")
    .select(["type", "details"])
    .where("actor_kind", "=", "staff")
    .orderBy("id")
    .execute();
  return events.map(({ type, details }) => [
    type,
    JSON.parse(details) as unknown,
  ]);
}

/** The types of all events, in order. */
export async function selectEventTypes(db: Db): Promise<string[]> {
  const events = await db
    .selectFrom("events")
    .select("type")
    .orderBy("id")
    .execute();
  return events.map((event) => event.type);
}

async function selectJobKinds(db: Db): Promise<string[]> {
  const jobs = await db
    .selectFrom("jobs")
    .select("kind")
    .orderBy("id")
    .execute();
  return jobs.map((job) => job.kind);
}

/** Events that are written down and jobs that are asked for from now on. */
export async function watchRecords(db: Db) {
  const events = (await selectEventTypes(db)).length;
  const jobs = (await selectJobKinds(db)).length;
  return {
    eventTypes: async () => (await selectEventTypes(db)).slice(events),
    jobKinds: async () => (await selectJobKinds(db)).slice(jobs),
  };
}

/** How many rows there are of whatever a sent draft becomes. */
export async function countRecords(db: Db) {
  const count = async (table: "responses" | "answers" | "events" | "jobs") => {
    const { total } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as("total"))
      .executeTakeFirstOrThrow();
    return Number(total);
  };
  return {
    responses: await count("responses"),
    answers: await count("answers"),
    events: await count("events"),
    jobs: await count("jobs"),
  };
}

/** Drafts under way and sent, of everybody. */
export async function countDrafts(db: Db): Promise<number> {
  return (await db.selectFrom("drafts").select("id").execute()).length;
}
