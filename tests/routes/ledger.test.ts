import { expect, test } from "vitest";
import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { loader } from "#app/routes/review.ledger.tsx";
import { loader as picture } from "#app/routes/review.ledger_.volume[.]svg.ts";
import { loader as tagPicture } from "#app/routes/review.tags_.tables[.]svg.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { decide } from "#tests/given/decisions.ts";
import { givenGroup } from "#tests/given/groups.ts";
import { givenColleague } from "#tests/given/people.ts";
import { signInAs } from "#tests/given/sessions.ts";

/** Two calls with two responses each, one of them decided by somebody; and who looks. */
async function givenLedger(role: StaffRole) {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const now = context.now();
  const viewer = await signInAs(context, role, "Vera");
  const other = await givenColleague(db, { name: "Otto" });
  for (const [slug, actor] of [
    ["advice", other],
    ["evidence", viewer],
  ] as const) {
    const call = await givenCall(db, { slug });
    await givenResponse(db, { call });
    const { responseId } = await givenResponse(db, { call });
    await decide(db, { responseId, state: "triaged", actor, now });
  }
  const { cookie } = viewer;
  return { context, asked: { context, cookie } };
}

const namesIn = (data: Record<string, unknown> | undefined) =>
  (data?.team as { rows: { name: string }[] }).rows.map(({ name }) => name);

test("a call has a ledger of its own, and all calls have one together", async () => {
  const { asked } = await givenLedger("lead");
  const all = await ask(loader, { ...asked, path: "/review/ledger" });
  expect(all.data).toMatchObject({ sumText: "4", unread: 2 });
  const path = "/review/ledger?call=evidence";
  const one = await ask(loader, { ...asked, path });
  expect(one.data).toMatchObject({ sumText: "2", unread: 1 });
  const none = await ask(loader, { ...asked, path: "/review/ledger?call=no" });
  expect(none.data).toMatchObject({ sumText: "4" });
});

test("who did what is for those who oversee the work; others see their own", async () => {
  const lead = await givenLedger("lead");
  const path = "/review/ledger";
  const { data: seenByLead } = await ask(loader, { ...lead.asked, path });
  expect(namesIn(seenByLead)).toEqual(["Otto", "Vera", "All together"]);
  const reviewer = await givenLedger("reviewer");
  const { data: seen } = await ask(loader, { ...reviewer.asked, path });
  expect(namesIn(seen)).toEqual(["Vera"]);
});

test("a group of the team has the sum of those who are in it, above what all did", async () => {
  const { asked, context } = await givenLedger("lead");
  const { db } = context;
  const [by] = await db
    .selectFrom("staff")
    .select("id as staffId")
    .where("name", "=", "Otto")
    .execute();
  if (!by) throw new Error("He is there");
  await givenGroup(db, { name: "Another group", members: [], by });
  await givenGroup(db, { name: "Kin readers", members: [by], by });
  const path = "/review/ledger";
  const { data } = await ask(loader, { ...asked, path });
  expect(namesIn(data).slice(2)).toEqual([
    ...["Another group (group)", "Kin readers (group)", "All together"],
  ]);
  const { rows } = data?.team as { rows: { kinds: string[] }[] };
  expect(rows.map(({ kinds }) => kinds[1])).toEqual(["1", "1", "0", "1", "2"]);
});

test("the picture of what came in has a bar and the day of closing, and nothing that a page forbids", async () => {
  const { asked, context } = await givenLedger("reviewer");
  await context.db
    .updateTable("calls")
    .set({ closes_at: "2026-12-01T12:00:00.000Z" })
    .where("slug", "=", "advice")
    .execute();
  const path = "/review/ledger/volume.svg?call=advice";
  const { response, status } = await ask(picture, { ...asked, path });
  expect(status).toBe(200);
  const svg = (await response?.text()) ?? "";
  expect(svg).toContain("<rect");
  expect(svg).toContain("Closes 1 Dec 2026");
  expect(svg).not.toContain("style");
});

test("the picture of tags by who speaks has their names and kinds, and no count of few", async () => {
  const { asked, context } = await givenLedger("reviewer");
  const { db } = context;
  const tagging = await db.selectFrom("responses").select("id").execute();
  const [call] = await selectAllCalls(db);
  for (const _ of tagging.concat(tagging))
    await givenResponse(db, { ...(call && { call }) });
  const { staffId } = await givenColleague(db, { name: "Tara" });
  const actor = { staffId, role: "lead" as const, name: "Tara" };
  const words = { name: "Moving house", definition: "", parentId: undefined };
  const tag = await defineTag(db, { ...words, actor, now: context.now() });
  if (!tag.ok) throw new Error(tag.reason);
  for (const { id } of tagging)
    await db
      .insertInto("response_tags")
      .values({
        ...{ response_id: id, tag_id: tag.tagId, tagged_by: staffId },
        tagged_at: context.now().toISOString(),
      })
      .execute();
  const path = "/review/tags/tables.svg";
  const { response, status } = await ask(tagPicture, { ...asked, path });
  expect(status).toBe(200);
  const svg = (await response?.text()) ?? "";
  expect(svg).toContain("Moving house");
  expect(svg).toContain("(10)");
  expect(svg).toContain("stroke-dasharray");
  expect(svg).toContain(">*<");
  expect(svg).not.toMatch(/>4\b|style/);
});
