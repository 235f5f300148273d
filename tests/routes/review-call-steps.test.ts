import { expect, test } from "vitest";
import { findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { findOpeningProposal } from "#app/domain/calls/openings.server.ts";
import { loader as publicCall } from "#app/routes/_public.calls.$call.tsx";
import { loader as keptCall } from "#app/routes/review.calls_.$call.tsx";
import { action, loader } from "#app/routes/review.calls_.$call_.$step.tsx";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";

const now = new Date("2026-11-27T12:00:00.000Z");
const soon = "2026-12-04T17:00:00.000Z";

type Preview = { lines: string[]; seal: string };

/** A call with another one before it, and a lead who takes steps about it as the pages let them. */
async function givenDesk(state: "draft" | "open" | "closing-announced") {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, { now: () => now });
  const closesAt = state === "closing-announced" ? soon : null;
  await givenCall(db, { slug: "before", state, closesAt });
  const call = await givenCall(db, { slug: "own", state, closesAt });
  const { cookie } = await signInAs(context, "lead", "Nadia");
  const path = "/review/calls/own";
  const at = (step: string) => ({
    ...{ context, cookie, path, params: { call: "own", step } },
  });
  const show = (step: string) => ask(loader, at(step));
  const send = (step: string, form: Record<string, string>) =>
    ask(action, { ...at(step), form });
  const confirm = async (step: string, form: Record<string, string>) => {
    const shown = await send(step, { ...form, step: "preview" });
    const { seal, lines } = shown.data?.preview as Preview;
    const done = await send(step, { ...form, step: "confirm", seen: seal });
    return { shown, lines, done };
  };
  const found = () => findCallBySlug(db, "own");
  return { db, context, call, cookie, show, send, confirm, found };
}

test("an extension is shown first, then done; the old date stays on the public page with who decided", async () => {
  const { db, context, call, confirm, found } =
    await givenDesk("closing-announced");
  await givenDraft(db, { call, now });
  const form = { day: "11/12/2026", time: "5pm", decidedBy: "the Chair" };
  const { shown, lines, done } = await confirm("extend", form);
  expect(shown.status).toBe(200);
  expect(lines).toEqual([
    "The call’s page will say: “You can answer until 5pm on Friday 11 December 2026, UK time.”",
    "Below it: “Extended from 5pm on Friday 4 December 2026 to 5pm on Friday 11 December 2026, UK time, decided by the Chair on 27 November 2026.”",
    "It closes by itself then: nobody has to press anything.",
    "1 person has begun to answer and has not sent it. They have until then to send it.",
  ]);
  expect(done).toMatchObject({ status: 303, location: "/review/calls/own" });
  expect(await found()).toMatchObject({ closesAt: "2026-12-11T17:00:00.000Z" });
  expect(await findCallBySlug(db, "before")).toMatchObject({ closesAt: soon });
  const path = "/calls/own";
  const page = await ask(publicCall, {
    context,
    path,
    params: { call: "own" },
  });
  expect(page.data?.start).toMatchObject({
    extended: [{ struck: "5pm on Friday 4 December 2026" }],
  });
});

test("nothing is done before it was shown, nor what was not shown", async () => {
  const { send, confirm, found } = await givenDesk("closing-announced");
  const form = { day: "11/12/2026", time: "5pm" };
  const unseen = await send("extend", { ...form, step: "confirm", seen: "" });
  expect(unseen.status).toBe(409);
  const shown = await send("extend", { ...form, step: "preview" });
  const { seal } = shown.data?.preview as Preview;
  const other = { ...form, day: "12/12/2026", step: "confirm", seen: seal };
  expect((await send("extend", other)).status).toBe(409);
  expect(await found()).toMatchObject({ closesAt: soon, rowVersion: 1 });
  expect((await confirm("extend", form)).done.status).toBe(303);
});

test("who presses second is told what a colleague did meanwhile", async () => {
  const { send, show, confirm, found } = await givenDesk("closing-announced");
  const close = (await show("close")).data?.preview as Preview;
  await confirm("extend", { day: "11/12/2026", time: "5pm" });
  const late = await send("close", { step: "confirm", seen: close.seal });
  expect(late.status).toBe(409);
  expect(late.data?.errors).toMatchObject({
    "": expect.stringContaining("Nadia set its times again: closes at 5pm on"),
  });
  expect(await found()).toMatchObject({ state: "closing-announced" });
  const again = (await show("close")).data?.preview as Preview;
  await send("close", { step: "confirm", seen: again.seal });
  expect(await found()).toMatchObject({ state: "closed" });
});

test("an opening at a time is asked for, and the hour that comes twice is asked for", async () => {
  const { db, send, confirm, found } = await givenDesk("draft");
  const form = { when: "later", day: "31 October 2027", time: "1:30am" };
  const asked = await send("open", form);
  expect(asked.data?.errors).toMatchObject({
    which: expect.stringContaining("comes twice"),
  });
  const skipped = await send("open", { ...form, day: "28 March 2027" });
  expect(skipped.data?.errors).toMatchObject({
    time: expect.stringContaining("does not exist"),
  });
  const { done } = await confirm("open", { ...form, which: "second" });
  expect(done).toMatchObject({ status: 303, location: "/review/calls/own" });
  const call = await found();
  expect(call).toMatchObject({ state: "draft", opensAt: null });
  expect(await findOpeningProposal(db, call!)).toMatchObject({
    proposed: { opensAt: "2027-10-31T01:30:00.000Z", closesAt: null },
  });
  const twice = { closingDay: "31/10/2027", closingTime: "1:30am" };
  const closing = await send("open", { when: "now", ...twice });
  expect(closing.data?.errors).toMatchObject({
    closingWhich: expect.stringContaining("comes twice"),
  });
  const before = { closingDay: "27/11/2026", closingTime: "11am" };
  expect((await send("open", before)).data?.errors).toMatchObject({
    closingDay: expect.stringContaining("before it opens"),
  });
});

test("a step that cannot be taken is told with why, on the call's page and its own", async () => {
  const { context, cookie, show, send } = await givenDesk("open");
  const asked = { context, cookie, path: "/review", params: { call: "own" } };
  const page = await ask(keptCall, asked);
  expect(page.data?.steps).toMatchObject({
    possible: [{ step: "announce" }, { step: "late" }, { step: "close" }],
    others: [
      { step: "open", why: "It is open already." },
      { step: "prepare" },
      { step: "extend" },
      { step: "earlier" },
      { step: "archive" },
    ],
  });
  expect((await show("archive")).data?.screen).toMatchObject({
    refusal: "It has to be closed before.",
  });
  expect((await send("archive", { step: "confirm" })).status).toBe(409);
  expect((await show("burn")).status).toBe(404);
});

test.each([
  ["announce", { day: "1/11/2026", time: "17:00" }, "day", "has passed"],
  ["announce", { day: "11/12/2026", time: "" }, "time", "time of day"],
])(
  "a moment that cannot be is refused: %s %o",
  async (step, form, field, says) => {
    const { send, found } = await givenDesk("open");
    const refused = await send(step, form);
    expect(refused.status).toBe(400);
    expect(refused.data?.errors).toEqual({
      [field]: expect.stringContaining(says),
    });
    expect(await found()).toMatchObject({ rowVersion: 1 });
  },
);

test("an extension to before what people were told is refused", async () => {
  const { send } = await givenDesk("closing-announced");
  const refused = await send("extend", { day: "3/12/2026", time: "17:00" });
  expect(refused.data?.errors).toEqual({
    day: expect.stringContaining("longer than this"),
  });
});

test("a closing is brought forward with what it does to those under way, and the old one is struck through", async () => {
  const { db, call, send, confirm, found } =
    await givenDesk("closing-announced");
  await givenDraft(db, { call, now });
  const late = await send("earlier", { day: "5/12/2026", time: "17:00" });
  expect(late.data?.errors).toEqual({
    day: expect.stringContaining("not earlier"),
  });
  const { lines } = await confirm("earlier", { day: "1/12/2026", time: "5pm" });
  expect(lines).toEqual(
    expect.arrayContaining([
      "Below it: “Brought forward from 5pm on Friday 4 December 2026 to 5pm on Tuesday 1 December 2026, UK time, decided by the review on 27 November 2026.”",
      expect.stringMatching(/^1 person has begun .* They have until then/),
    ]),
  );
  expect(await found()).toMatchObject({
    ...{ closesAt: "2026-12-01T17:00:00.000Z", extensions: [{ from: soon }] },
  });
});
