import { expect } from "vitest";
import type { Db } from "#app/db/schema.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { undoImport } from "#app/domain/imports/undo-import.server.ts";
import { findResponseForReview } from "#app/domain/responses/review.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { now, rows } from "#tests/given/imports.ts";

export const lineOf = (number: number) =>
  `${number},03/07/2026,P,Lighthouse number ${number}.,`;
export const content = (count: number) =>
  rows(...Array.from({ length: count }, (_, index) => lineOf(index + 1)));

export class CutOff extends Error {}

/** Something that is called again and again, and at its nth call ends the work as a kill would. */
export function cutOffAt(nth: number) {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls === nth) throw new CutOff();
  };
}

export async function givenCallWithResponse() {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const answers = { "respondent-kind": "parent", "what-first": "Lighthouse." };
  const earlier = await givenResponse(db, {
    call,
    answers,
    receivedAt: new Date("2026-01-01T00:00:00Z"),
  });
  await indexResponse(db, earlier);
  return { db, call, earlier };
}

export const selectSourceKeys = async (db: Db) => {
  const found = await db
    .selectFrom("responses")
    .select("source_key")
    .where("source_key", "is not", null)
    .orderBy("id")
    .execute();
  return found.map((row) => Number(row.source_key));
};

/** What the review team sees, by every way that they have. */
export async function whatIsSeen(db: Db, call: Call) {
  const viewer = await givenColleague(db);
  const ids = await db
    .selectFrom("responses")
    .select(["id", "reference"])
    .where("import_id", "is not", null)
    .execute();
  for (const { id } of ids) await indexResponse(db, { responseId: id });
  const page = (change: object) =>
    selectQueuePage(db, { filter: { ...wholeQueue, ...change }, viewer, now });
  const queues = [
    await page({}),
    await page({ state: "all" }),
    await page({ state: "received" }),
    await page({ callSlug: call.slug, state: "all" }),
    await page({ q: "lighthouse" }),
    await page({ q: "lighthouse", state: "all" }),
  ];
  const opened = await Promise.all(
    ids.flatMap(({ reference }) => [
      findVisibleResponse(db, { reference, viewer, now }),
      findResponseForReview(db, { reference, viewer, now }),
    ]),
  );
  return {
    listed: queues.map(({ rows: listed }) => listed.length),
    totals: queues.map(({ total }) => total),
    opened: opened.filter((found) => found !== undefined).length,
    stored: ids.length,
  };
}

/** Nothing that is claimed is left, so that what is left must have been hidden. */
async function decideAll(db: Db) {
  await db
    .updateTable("responses")
    .set({ state: "triaged", awaits_triage: 0 })
    .where("claimed_by", "is not", null)
    .execute();
}

export async function takeAll(db: Db) {
  let taken = 0;
  for (;;) {
    const viewer = await givenColleague(db);
    const next = await claimNextResponse(db, { ...viewer, now });
    if (!next.ok) {
      expect(next.reason).toBe("nothing-left");
      return taken;
    }
    await decideAll(db);
    taken += 1;
  }
}

/** Takes an import back without its pauses. */
export function undo(
  db: Db,
  importId: number,
  options: Partial<Parameters<typeof undoImport>[1]> = {},
) {
  return undoImport(db, {
    importId,
    evenIfWorkedOn: false,
    actor: { kind: "system" },
    now,
    pause: async () => undefined,
    ...options,
  });
}
