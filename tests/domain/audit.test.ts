import { expect, test } from "vitest";
import { recordEvent, verifyChain } from "#app/domain/audit/audit.server.ts";
import type { Db, NewRow } from "#app/db/schema.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { dropTrigger } from "#tests/given/triggers.ts";

const at = new Date("2026-11-22T09:00:00Z");

async function recordThreeEvents(db: Db) {
  for (const id of [1, 2, 3]) {
    await db.transaction().execute((trx) =>
      recordEvent(trx, {
        at,
        actor: { kind: "respondent" },
        subject: { kind: "response", id },
        type: "response.received",
      }),
    );
  }
}

test("an untouched chain verifies", async () => {
  const { db } = openTestDatabase();
  await recordThreeEvents(db);
  expect(await verifyChain(db)).toMatchObject({ ok: true, eventCount: 3 });
});

test("an event can be neither changed nor deleted through the database", async () => {
  const { db } = openTestDatabase();
  await recordThreeEvents(db);
  await expect(
    db.updateTable("events").set({ type: "response.forged" }).execute(),
  ).rejects.toThrow("append-only");
  await expect(db.deleteFrom("events").execute()).rejects.toThrow(
    "append-only",
  );
});

const forgeries: [column: string, forged: Partial<NewRow<"events">>][] = [
  ["at", { at: "2020-01-01T00:00:00.000Z" }],
  ["actor_kind", { actor_kind: "system" }],
  ["subject_kind", { subject_kind: "draft" }],
  ["subject_id", { subject_id: 9 }],
  ["type", { type: "response.forged" }],
  ["details", { details: '{"forged":true}' }],
];

test.each(forgeries)(
  "an event whose %s was changed behind the triggers is found, in whichever batch it is",
  async (_column, forged) => {
    for (const id of [1, 2, 3]) {
      const { db } = openTestDatabase();
      await recordThreeEvents(db);
      await dropTrigger(db, "events_are_never_changed", "events");
      await db.updateTable("events").set(forged).where("id", "=", id).execute();
      expect(await verifyChain(db, { eventsPerBatch: 1 })).toMatchObject({
        ok: false,
        eventCount: 3,
        faults: [{ eventId: id, fault: "hash-differs" }],
      });
    }
  },
);

test("an event edited behind the triggers is found", async () => {
  const { db } = openTestDatabase();
  await recordThreeEvents(db);
  await dropTrigger(db, "events_are_never_changed", "events");
  await db
    .updateTable("events")
    .set({ subject_id: 9 })
    .where("id", "=", 2)
    .execute();
  expect(await verifyChain(db)).toMatchObject({
    ok: false,
    faults: [{ eventId: 2, fault: "hash-differs" }],
  });
});

test("an event removed behind the triggers is found", async () => {
  const { db } = openTestDatabase();
  await recordThreeEvents(db);
  await dropTrigger(db, "events_are_never_deleted", "events");
  await db.deleteFrom("events").where("id", "=", 2).execute();
  expect(await verifyChain(db)).toMatchObject({
    ok: false,
    faults: [{ eventId: 3, fault: "link-broken" }],
  });
});

test("an event of a change that was rolled back is not kept", async () => {
  const { db } = openTestDatabase();
  const change = db.transaction().execute(async (trx) => {
    await recordEvent(trx, {
      at,
      actor: { kind: "system" },
      subject: { kind: "call", id: 1 },
      type: "call.opened",
    });
    throw new Error("the change failed");
  });
  await expect(change).rejects.toThrow("the change failed");
  expect(await verifyChain(db)).toMatchObject({ ok: true, eventCount: 0 });
});
