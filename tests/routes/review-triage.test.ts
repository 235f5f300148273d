import type { ActionFunction } from "@remix-run/node";
import { describe, expect, test } from "vitest";
import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import { selectNotes } from "#app/domain/triage/notes.server.ts";
import {
  findVisibleResponse,
  readVisibleResponse,
} from "#app/domain/responses/visible-responses.server.ts";
import { loader as responsePage } from "#app/routes/review.responses.$reference.tsx";
import { action as claim } from "#app/routes/review.responses.$reference_.claim.tsx";
import { action as addNote } from "#app/routes/review.responses.$reference_.notes.tsx";
import { action as flag } from "#app/routes/review.responses.$reference_.safeguarding.tsx";
import {
  action as triage,
  loader as triagePage,
} from "#app/routes/review.responses.$reference_.triage.tsx";
import { toldNext } from "#tests/asking/flash.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { anyLead } from "#tests/given/people.ts";

const queuePath = "/review/queue?state=received";

async function givenReviewer(role: StaffRole = "reviewer") {
  const { db } = openTestDatabase();
  const now = new Date("2021-03-01T10:00:00.000Z");
  const context = await makeTestContext(db, { now: () => now });
  const { references } = await givenQueue(db, 2);
  const [reference = "", second = ""] = references;
  const me = await signInAs(context, role, "Asha Rao");
  const own = `/review/responses/${reference}`;
  const returnTo = `${own}?from=${encodeURIComponent(queuePath)}`;
  const standing = async () => {
    const found = await findVisibleResponse(db, {
      reference,
      viewer: anyLead,
      now,
    });
    if (!found) throw new Error("no such response");
    return found;
  };
  const send = (
    run: ActionFunction,
    form: Record<string, string>,
    cookie = me.cookie,
  ) =>
    ask(run, {
      context,
      path: `${own}/x`,
      params: { reference },
      cookie,
      form: { returnTo, ...form },
    });
  return {
    db,
    context,
    now,
    me,
    own,
    returnTo,
    reference,
    second,
    standing,
    send,
  };
}

const decision = {
  rowVersion: "1",
  state: "triaged",
  assigneeId: "",
  note: "Mine",
  intent: "save",
};

describe("the triage form", () => {
  test("saves and leads back to where it was sent from", async () => {
    const { send, standing, returnTo } = await givenReviewer();
    const reply = await send(triage, decision);
    expect([reply.status, reply.location]).toEqual([303, `${returnTo}#notes`]);
    expect(await standing()).toMatchObject({ state: "triaged", rowVersion: 2 });
  });

  test("saved with take next, leads to the next response with the list kept", async () => {
    const { send, second } = await givenReviewer();
    const reply = await send(triage, { ...decision, intent: "save-and-next" });
    expect(reply.location).toBe(
      `/review/responses/${second}?from=${encodeURIComponent(queuePath)}`,
    );
  });

  test("saved with take next when nothing is left, leads to the list", async () => {
    const { db, send } = await givenReviewer();
    await db
      .updateTable("responses")
      .set({ state: "triaged", awaits_triage: 0 })
      .where("id", "<>", 1)
      .execute();
    const reply = await send(triage, { ...decision, intent: "save-and-next" });
    expect(reply.location).toBe(queuePath);
  });

  test("sent late, answers 409 with both sides and everything that was typed", async () => {
    const { context, send, standing, own, reference } = await givenReviewer();
    const ben = await signInAs(context, "reviewer", "Ben");
    await send(triage, { ...decision, state: "spam", note: "" }, ben.cookie);
    const late = await send(triage, {
      ...decision,
      assigneeId: ben.staffId,
      note: "A long note\r\nof two lines",
    });
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({
      sent: {
        state: "triaged",
        assigneeId: ben.staffId,
        note: "A long note\r\nof two lines",
      },
      conflict: {
        changedBy: "Ben",
        changedAt: "1 Mar 2021, 10:00am",
        rows: [
          { label: "State", mine: "Triaged", saved: "Spam" },
          { label: "Assigned to", mine: "Ben", saved: "Nobody" },
        ],
        changes: [{ who: "Ben", what: "moved it from “Received” to “Spam”" }],
      },
    });
    expect(await standing()).toMatchObject({ state: "spam", rowVersion: 2 });
    const page = await ask(triagePage, {
      context,
      path: `${own}/triage`,
      params: { reference },
      cookie: ben.cookie,
    });
    expect(page.data).toMatchObject({ rowVersion: 2 });
  });

  test.each([
    ["a decision there is not", { decide: "eaten" }, "decide"],
    ["a state there is not", { state: "eaten" }, "state"],
    ["a state for leads", { state: "withdrawn" }, "state"],
    ["an assignee there is not", { assigneeId: "nobody" }, "assigneeId"],
    ["a note too long", { note: "x".repeat(10_001) }, "note"],
  ])(
    "with %s gives everything back with a message there",
    async (_what, wrong, field) => {
      const { send, standing } = await givenReviewer();
      const form = { ...decision, ...wrong };
      const reply = await send(triage, form);
      expect(reply.status).toBe(400);
      expect(Object.keys(reply.data?.errors ?? {})).toEqual([field]);
      expect(reply.data?.sent).toMatchObject({ note: form.note });
      expect(reply.hasFormErrors).toBe(true);
      expect(await standing()).toMatchObject({ rowVersion: 1 });
    },
  );
});

test("a note comes back with what was typed when it cannot be kept", async () => {
  const { db, send, standing, returnTo } = await givenReviewer();
  const tooLong = "x".repeat(10_001);
  const refused = await send(addNote, { body: tooLong });
  expect(refused).toMatchObject({
    status: 400,
    data: { sent: { body: tooLong } },
  });
  expect(await send(addNote, { body: " " })).toMatchObject({ status: 400 });
  const saved = await send(addNote, { body: "One\r\ntwo" });
  expect(saved.location).toBe(`${returnTo}#notes`);
  const { responseId } = await standing();
  expect(await selectNotes(db, responseId)).toMatchObject([
    { body: "One\ntwo" },
  ]);
});

describe("the safeguarding flag", () => {
  test("is raised by one post without anything typed", async () => {
    const { send, standing } = await givenReviewer();
    const reply = await send(flag, { intent: "raise", returnTo: queuePath });
    expect(reply.location).toBe(queuePath);
    expect(await standing()).toMatchObject({ isFlagged: true });
  });
});

test("a claim is taken, kept alive and given back by its form", async () => {
  const { db, me, context, send, standing, now } = await givenReviewer();
  expect((await send(claim, { intent: "renew" })).status).toBe(409);
  expect((await send(claim, { intent: "claim" })).status).toBe(303);
  expect((await standing()).claim).toMatchObject({ staffId: me.staffId });
  const renewed = await send(claim, { intent: "renew" });
  expect(renewed.status).toBe(204);
  const ben = await signInAs(context, "reviewer");
  await send(claim, { intent: "claim" }, ben.cookie);
  expect((await standing()).claim).toMatchObject({ staffId: me.staffId });
  const notHis = await send(claim, { intent: "release" }, ben.cookie);
  expect(await toldNext(context, notHis)).toMatchObject({
    kind: "notice",
    text: expect.stringContaining("any more") as string,
  });
  expect((await standing()).claim).toMatchObject({ staffId: me.staffId });
  const released = await send(claim, { intent: "release" });
  expect(released.location).toBe(queuePath);
  expect(await toldNext(context, released)).toMatchObject({ kind: "success" });
  const { responseId } = await standing();
  const after = await readVisibleResponse(db, {
    responseId,
    viewer: anyLead,
    now,
  });
  expect(after.claim).toBeUndefined();
});

test("opening a response that one holds gives its claim more time, without JavaScript too", async () => {
  const { context, me, own, reference, send, standing, now } =
    await givenReviewer();
  await send(claim, { intent: "claim" });
  const later = new Date(now.getTime() + 20 * 60_000);
  const page = await ask(responsePage, {
    context: { ...context, now: () => later },
    path: own,
    params: { reference },
    cookie: me.cookie,
  });
  expect(page.status).toBe(200);
  expect((await standing()).claim?.expiresAt).toBe(
    new Date(later.getTime() + 30 * 60_000).toISOString(),
  );
});
