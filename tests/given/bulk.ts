import { runBulkAction } from "#app/domain/bulk/running.server.ts";
import { readReport } from "#app/domain/bulk/actions.server.ts";
import { beginBulk } from "#app/domain/bulk/begin.server.ts";
import type { BulkDeed } from "#app/domain/bulk/bulk.ts";
import { previewBulk } from "#app/domain/bulk/previews.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import type { TriageActor } from "#app/domain/triage/triage.ts";
import { selectCallChoices } from "#app/domain/triage/queue.server.ts";
import { openTestDatabase } from "./database.ts";
import { givenColleague } from "./people.ts";
import { givenQueue } from "./queues.ts";
import { givenTag } from "./searches.ts";

export const now = new Date("2021-06-01T10:00:00.000Z");
export const noPause = async () => {};
export const after = (minutes: number) =>
  new Date(now.getTime() + minutes * 60_000);

/** A list of so many responses, a lead, two colleagues and two tags. */
export async function givenList(count = 5) {
  const { db } = openTestDatabase();
  const { references } = await givenQueue(db, count);
  const member = (name: string, role: "lead" | "reviewer") =>
    givenColleague(db, { name, role });
  const lead = await member("Lee Lead", "lead");
  const one = await member("Ada One", "reviewer");
  const two = await member("Bo Two", "reviewer");
  const tags = [await givenTag(db, "care"), await givenTag(db, "home")];
  const ids = (
    await db.selectFrom("responses").select("id").orderBy("id").execute()
  ).map(({ id }) => id);
  return { db, references, ids, lead, one, two, tags };
}

export type GivenList = Awaited<ReturnType<typeof givenList>>;

export async function preview(
  { db, lead }: Pick<GivenList, "db" | "lead">,
  deed: BulkDeed,
  more: { q?: string; actor?: TriageActor; at?: Date } = {},
) {
  const { q = "", actor = lead, at = now } = more;
  const filter = { ...wholeQueue, state: "all" as const, q };
  const calls = await selectCallChoices(db);
  return previewBulk(db, {
    ...{ filter, search: "/review/queue", deed, actor, calls },
    ...{ now: at, pause: noPause },
  });
}

/** A preview that has something in it. */
export async function previewed(given: GivenList, deed: BulkDeed, q = "") {
  const made = await preview(given, deed, { q });
  if (!made.ok) throw new Error(made.reason);
  return made.actionId;
}

/** Begun and done to its end, as the worker does it. */
export async function begin({ db, lead }: GivenList, actionId: number) {
  const begun = await beginBulk(db, { actionId, actor: lead, now });
  if (!begun.ok) throw new Error(begun.reason);
  await run({ db }, actionId);
}

export async function run(
  { db }: Pick<GivenList, "db">,
  actionId: number,
  at = now,
) {
  await runBulkAction(db, { actionId, now: () => at, pause: noPause });
}

export async function reportOf(
  { db, lead: viewer }: GivenList,
  actionId: number,
) {
  const report = await readReport(db, { actionId, viewer, now });
  if (!report) throw new Error("No such action");
  return report;
}
