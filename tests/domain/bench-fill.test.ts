import { createHash } from "node:crypto";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { engineOf } from "#app/db/engine.server.ts";
import type { Db } from "#app/db/schema.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { receiveResponse } from "#app/domain/responses/intake.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";
import { benchCall } from "../../bench/call.ts";
import {
  type PlannedResponse,
  plannedTags,
  planResponses,
} from "../../bench/fill-plan.ts";
import { fillResponses } from "../../bench/fill-responses.ts";
import { commonWord, rareWord } from "../../bench/texts.ts";

const now = new Date("2026-11-26T08:00:00Z");
const count = 30;
const staffIds = ["one", "another"];
const lead = { staffId: "one", role: "lead" as const };

/** The same bytes for each database: references are drawn. */
function drawnBytes() {
  let drawn = 0;
  return (length: number) => {
    drawn += 1;
    const hash = createHash("sha256").update(String(drawn)).digest();
    return hash.subarray(0, length);
  };
}

async function givenTeam() {
  const { db } = openTestDatabase();
  const call = await givenCall(db, {
    slug: "advice",
    definition: benchCall,
    now,
  });
  for (const staffId of staffIds) await givenColleague(db, { staffId });
  const tags = await db
    .insertInto("tags")
    .values(
      plannedTags.map((name) => ({
        name,
        name_key: name,
        definition: name,
        parent_id: null,
        created_by: null,
        created_at: now.toISOString(),
        retired_at: null,
      })),
    )
    .returning("id")
    .execute();
  return { db, call, tagIds: tags.map(({ id }) => id) };
}

type Team = Awaited<ReturnType<typeof givenTeam>>;

async function receiveOneByOne(
  { db, call, tagIds }: Team,
  {
    count,
    randomBytes,
  }: { count: number; randomBytes: (length: number) => Buffer },
) {
  for (const plan of planResponses(count, now)) {
    const { responseId } = await db.transaction().execute((trx) =>
      receiveResponse(trx, {
        callId: call.id,
        definitionId: call.definitionId,
        language: "en",
        channel: plan.channel,
        answers: { advice: plan.text, who: "myself" },
        receivedAt: plan.receivedAt,
        recordedAt: plan.recordedAt,
        actor: { kind: "respondent" },
        randomBytes,
      }),
    );
    await workOn(db, { responseId, plan, tagIds });
    await indexResponse(db, { responseId });
  }
}

type Work = { responseId: number; plan: PlannedResponse; tagIds: number[] };

async function workOn(db: Db, { responseId, plan, tagIds }: Work) {
  const about = { responseId, actor: lead, now: plan.recordedAt };
  let rowVersion = 1;
  if (plan.decision) {
    const { state, assigneeNumber } = plan.decision;
    const assigneeId = staffIds[assigneeNumber ?? -1] ?? null;
    const change = { ...about, rowVersion, state, assigneeId, note: "" };
    expect(await decideTriage(db, change)).toMatchObject({ ok: true });
    rowVersion += 1;
  }
  const tagId = tagIds[plan.tagNumber ?? -1];
  if (tagId !== undefined) {
    const tagging = { ...about, seenTagIds: [], tagIds: [tagId] };
    expect(await saveResponseTags(db, tagging)).toMatchObject({ ok: true });
  }
  if (plan.isFlagged) await raiseSafeguardingFlag(db, { ...about, reason: "" });
}

const tables = [
  "responses",
  "answers",
  "identities",
  "response_counts",
  "response_tags",
  "notes",
  "safeguarding_cases",
  "events",
] as const;

async function everyRow({ db }: Team) {
  const rows: Record<string, unknown> = {};
  for (const table of tables) {
    const found = await db.selectFrom(table).selectAll().execute();
    rows[table] = found.toSorted((one, another) =>
      JSON.stringify(one) < JSON.stringify(another) ? -1 : 1,
    );
  }
  return rows;
}

/** What a fill lays aside meanwhile: indexes, and triggers with whether they fire. */
async function whatIsInPlace({ db }: Team) {
  const made =
    engineOf(db) === "sqlite"
      ? sql`select sql from sqlite_master where type in ('index', 'trigger') order by name`
      : sql`select indexdef from pg_indexes where schemaname = current_schema()
          union all select tgname::text || tgenabled::text from pg_trigger where not tgisinternal
          order by 1`;
  return (await made.execute(db)).rows;
}

async function pageOf({ db }: Team, q: string) {
  const filter = { ...wholeQueue, state: "all" as const, q };
  return selectQueuePage(db, { filter, viewer: lead, now });
}

test("what the fill writes is what the real operations would have written, to the last hash", async () => {
  const [real, filled] = [await givenTeam(), await givenTeam()];
  const inPlace = await whatIsInPlace(filled);
  await receiveOneByOne(real, { count, randomBytes: drawnBytes() });
  await fillResponses(filled.db, {
    ...filled,
    staffIds,
    count,
    now,
    randomBytes: drawnBytes(),
    partSize: 7,
  });
  expect(await everyRow(filled)).toEqual(await everyRow(real));
  for (const q of ["", rareWord, commonWord, `"${commonWord} worker"`])
    expect(await pageOf(filled, q)).toEqual(await pageOf(real, q));
  // One of the twenty is frozen.
  expect(await pageOf(filled, rareWord)).toMatchObject({ total: 19 });
  expect(await verifyChain(filled.db)).toEqual(await verifyChain(real.db));
  expect(await filled.db.selectFrom("jobs").selectAll().execute()).toEqual([]);
  expect(await whatIsInPlace(filled)).toEqual(inPlace);
  for (const team of [real, filled])
    await receiveOneByOne(team, {
      count: 1,
      randomBytes: () => Buffer.alloc(8, 1),
    });
  expect(await everyRow(filled)).toEqual(await everyRow(real));
});
