import { expect, test } from "vitest";
import { findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { writeCallFile } from "#app/domain/calls/call-file/call-file.server.ts";
import { loader as callFile } from "#app/routes/review.calls_.$call_.file[.]json.ts";
import { action as begin } from "#app/routes/review.calls_.new.tsx";
import { action as bringIn } from "#app/routes/review.calls_.new_.file.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { listNextSteps } from "#app/screens/review/call-links.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";

async function givenLead() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "lead");
  const path = "/review/calls/new";
  return {
    db,
    begin: (form: Record<string, string>) =>
      ask(begin, { context, cookie, path, form }),
    bringIn: (form: Record<string, string>) =>
      ask(bringIn, { context, cookie, path: `${path}/file`, form }),
    takeOut: (call: string) =>
      ask(callFile, { context, cookie, path, params: { call } }),
  };
}

const ideas = {
  start: "call-for-ideas",
  title: "Bright ideas",
  slug: "bright",
};

test("a call is begun from a starting point under a name of its own, and nobody outside sees it", async () => {
  const { db, begin } = await givenLead();
  await givenCall(db, { slug: "earlier" });
  const answer = await begin(ideas);
  expect(answer.location).toBe("/review/calls/bright");
  const call = await findCallBySlug(db, "bright");
  expect(call?.state).toBe("draft");
  expect(call?.definition.title).toEqual({ en: "Bright ideas" });
  expect(call?.definition.pages.map(({ id }) => id)).toContain("idea");
});

test("an address that is left empty is made of the name, where it has letters for one", async () => {
  const { db, begin } = await givenLead();
  const title = "Syniadau’r Tŷ: Call for Évidence (2026)";
  const made = await begin({ ...ideas, title, slug: "" });
  expect(made.location).toBe(
    "/review/calls/syniadaur-ty-call-for-evidence-2026",
  );
  for (const odd of ["文", "New"]) {
    const refused = await begin({ ...ideas, title: odd, slug: "" });
    expect(refused.data?.errors).toHaveProperty("slug");
  }
  const call = await findCallBySlug(db, "syniadaur-ty-call-for-evidence-2026");
  if (!call) throw new Error("It was not made");
  expect(listNextSteps(call, false)).toHaveLength(3);
  expect(listNextSteps(call, true)).toEqual([]);
  expect(listNextSteps({ ...call, state: "open" }, false)).toEqual([]);
});

test("an address that another call has is refused, and what was typed stays", async () => {
  const { db, begin } = await givenLead();
  await givenCall(db, { slug: "first" });
  await givenCall(db, { slug: "bright", definition: callForAdvice });
  const answer = await begin(ideas);
  expect(answer.status).toBe(400);
  expect(answer.data).toMatchObject({
    sent: ideas,
    errors: { slug: expect.stringContaining("Another call") as string },
  });
  const call = await findCallBySlug(db, "bright");
  expect(call?.definition.title).toEqual(callForAdvice.title);
});

test.each(["new", "Bright", "a--b", "-a", "a b", "ä", "a".repeat(81)])(
  "the address %s is none that a call can have",
  async (slug) => {
    const { db, begin } = await givenLead();
    const answer = await begin({ ...ideas, slug });
    expect(answer.data?.errors).toHaveProperty("slug");
    expect(await findCallBySlug(db, slug)).toBeUndefined();
  },
);

test("a call taken out as a file comes in as another: shown first, then made", async () => {
  const { db, takeOut, bringIn } = await givenLead();
  await givenCall(db, { slug: "other" });
  const call = await givenCall(db, { slug: "own", definition: callForAdvice });
  const file = await takeOut("own");
  expect(file.headers.get("Content-Disposition")).toContain('"own.json"');
  const text = (await file.response?.text()) ?? "";
  expect(text).toBe(writeCallFile(call));
  const shown = await bringIn({ text, slug: "again", step: "preview" });
  expect(shown.status).toBe(200);
  expect(shown.data).toMatchObject({
    incoming: {
      facts: expect.arrayContaining([
        "It is called “Call for Advice”, in English.",
        "It has 7 pages with 7 questions.",
        "Its web address ends in “again”.",
      ]) as string[],
    },
  });
  expect(await findCallBySlug(db, "again")).toBeUndefined();
  const made = await bringIn({ text, slug: "again", step: "confirm" });
  expect(made.location).toBe("/review/calls/again");
  const again = await findCallBySlug(db, "again");
  expect(again?.definition).toEqual(call.definition);
  expect(again?.state).toBe("draft");
});

test("a file whose address is taken is refused by that, with what it would make", async () => {
  const { db, bringIn } = await givenLead();
  const call = await givenCall(db, { slug: "own", definition: callForAdvice });
  const text = writeCallFile(call);
  const answer = await bringIn({ text, slug: "", step: "confirm" });
  expect(answer.data?.errors).toHaveProperty("slug");
  expect(answer.data).toHaveProperty("incoming");
});

test("a file that was changed by hand says so, and one that is wrong says where", async () => {
  const { db, bringIn } = await givenLead();
  const call = await givenCall(db, { slug: "own", definition: callForAdvice });
  const text = writeCallFile(call);
  const changed = text.replaceAll("Call for Advice", "Call for Help");
  const shown = await bringIn({ text: changed, step: "preview" });
  expect(JSON.stringify(shown.data?.incoming)).toContain("was changed since");
  const misspelt = text.replace('"minutes"', '"minuets"');
  const answer = await bringIn({ text: misspelt, step: "confirm" });
  expect(answer.data?.errors).toEqual({
    text: "No part of a call is called “definition.minuets”. Correct the name, or leave the part out",
  });
  expect(answer.data?.sent).toMatchObject({ text: misspelt });
  const twice = misspelt.replace('"audience"', '"adience"');
  const told = await bringIn({ text: twice, step: "preview" });
  expect(told.data).toMatchObject({
    errors: { text: expect.stringMatching(/^\d+ things/) as string },
    faults: expect.arrayContaining([
      expect.stringContaining("definition.adience"),
    ]) as string[],
  });
});
