import { expect, test } from "vitest";
import { deleteExpiredDrafts } from "#app/domain/drafts/delete-drafts.server.ts";
import {
  givenDraft,
  givenDraftFile,
  givenResponse,
} from "#app/tasks/demo/factories.ts";
import { givenStore } from "#tests/given/files.ts";

const start = new Date("2026-11-22T09:00:00Z");

test("drafts whose time is over go fifty at a time, the longest over first", async () => {
  const { db, store } = await givenStore();
  const { draft } = await givenDraft(db, { answers: {}, now: start });
  await givenDraftFile(db, store, { draftId: draft.id, now: start });
  const { id, ...row } = await db
    .selectFrom("drafts")
    .selectAll()
    .executeTakeFirstOrThrow();
  const expiry = (minutes: number) =>
    new Date(Date.parse(row.expires_at) + minutes * 60_000);
  const others = [99, ...Array.from({ length: 50 }, (_, index) => 50 - index)];
  const rows = others.map((minutes) => ({
    ...row,
    public_id: `draft ${minutes}`,
    expires_at: expiry(minutes).toISOString(),
  }));
  await db.insertInto("drafts").values(rows).execute();
  const left: number[][] = [];
  const watched: typeof store = {
    ...store,
    remove: async (publicId) => {
      const drafts = await db
        .selectFrom("drafts")
        .select("id")
        .orderBy("id")
        .execute();
      left.push(drafts.map((one) => one.id - id));
      await store.remove(publicId);
    },
  };
  expect(await deleteExpiredDrafts(db, watched, expiry(50))).toBe(51);
  // After the first fifty: the one whose time is not over, and the last whose is.
  expect(left).toEqual([[1, 2]]);
});

test("one that cannot be deleted is told, and holds up nobody else's", async () => {
  const { db, store } = await givenStore();
  const drafts = [];
  for (let count = 0; count < 3; count += 1)
    drafts.push(await givenDraft(db, { answers: {}, now: start }));
  const stuck = drafts[1]?.draft.id ?? 0;
  await givenDraftFile(db, store, { draftId: stuck, now: start });
  // A row that says it was sent, with a file that did not go along.
  const { responseId } = await givenResponse(db);
  await db
    .updateTable("drafts")
    .set({
      submitted_at: start.toISOString(),
      submitted_response_id: responseId,
    })
    .where("id", "=", stuck)
    .execute();
  const told: unknown[] = [];
  const later = new Date(start.getTime() + 40 * 86_400_000);
  const deleteExpired = () =>
    deleteExpiredDrafts(db, store, later, (error) => told.push(error));
  expect(await deleteExpired()).toBe(2);
  expect(told).toHaveLength(1);
  const left = await db.selectFrom("drafts").select("id").execute();
  expect(left).toEqual([{ id: stuck }]);
});
