import { expect, test } from "vitest";
import { findCallBySlug, tellOutcome } from "#app/domain/calls/calls.server.ts";
import { startLateDraft } from "#app/domain/drafts/late-codes.server.ts";
import * as codes from "#app/routes/review.calls_.$call_.codes.tsx";
import * as outcome from "#app/routes/review.calls_.$call_.outcome.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext, testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";

const now = new Date("2026-11-27T12:00:00.000Z");

async function givenDesk() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, { now: () => now });
  const before = await givenCall(db, { slug: "before" });
  const call = await givenCall(db, {
    ...{ slug: "own", state: "closed-late-accepted" },
    definition: { ...callForAdvice, title: { en: "Advice", cy: "Cyngor" } },
  });
  const { cookie } = await signInAs(context, "lead", "Nadia");
  const asked = {
    ...{ context, cookie, path: "/review/calls/own", params: { call: "own" } },
  };
  return { db, context, before, call, asked };
}

test("a code is shown once, opens the call it was made for, and is listed by its note alone", async () => {
  const { db, context, before, call, asked } = await givenDesk();
  const elsewhere = { ...asked, params: { call: "before" } };
  await ask(codes.action, { ...elsewhere, form: { note: "before all" } });
  const made = await ask(codes.action, {
    ...{ ...asked, form: { note: "the council" } },
  });
  const { code, place } = made.data?.made as { code: string; place: string };
  expect(place).toBe("http://localhost:3000/respond/own/late");
  const page = await ask(codes.loader, asked);
  expect(page.data?.screen).toMatchObject({
    left: "1 code is left of 1 that were given out.",
    codes: [{ note: "the council", used: "Not yet" }],
  });
  expect(JSON.stringify(page.data)).not.toContain(code);
  const events = await db.selectFrom("events").select("details").execute();
  expect(JSON.stringify(events)).not.toMatch(/council|before all/);
  const startAt = (at: typeof call) =>
    startLateDraft(db, {
      ...{ callId: at.id, definitionId: at.definitionId, language: "en" },
      ...{ holderKey: "a browser", code, secret: testSecret, now },
      randomBytes: context.randomBytes,
    });
  expect((await startAt(before)).ok).toBe(false);
  expect((await startAt(call)).ok).toBe(true);
});

test("what came of a call is shown, told in both languages, and taken back; whoever is late is told", async () => {
  const { db, call, asked } = await givenDesk();
  const send = (form: Record<string, string>) =>
    ask(outcome.action, {
      ...{ ...asked, form: { en: "We heard.", cy: "Clywsom.", ...form } },
    });
  const find = async () => (await findCallBySlug(db, "own"))?.outcome;
  const shown = await send({ rowVersion: "1", step: "preview" });
  expect(shown).toMatchObject({
    ...{ status: 200, data: { shown: { en: "We heard.", cy: "Clywsom." } } },
  });
  expect(await find()).toBeNull();
  expect((await send({ rowVersion: "1", step: "tell" })).status).toBe(303);
  expect(await find()).toEqual({ en: "We heard.", cy: "Clywsom." });
  expect((await findCallBySlug(db, "before"))?.outcome).toBeNull();
  await tellOutcome(db, {
    ...{ callId: call.id, outcome: { en: "Other." }, now },
    actor: { kind: "system" },
  });
  for (const step of ["tell", "take-back"]) {
    const late = await send({ rowVersion: "2", step });
    expect(late).toMatchObject({ status: 409, data: { sent: { step } } });
  }
  expect(await find()).toEqual({ en: "Other." });
  expect((await send({ en: "", rowVersion: "3", step: "tell" })).status).toBe(
    400,
  );
  await send({ en: "", rowVersion: "3", step: "take-back" });
  expect(await find()).toBeNull();
});
