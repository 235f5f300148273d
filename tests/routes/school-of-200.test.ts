import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { countSameAgain } from "#app/domain/limits/same-again.server.ts";
import { sameResponseBounds } from "#app/domain/responses/held-back.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { startGates } from "#tests/given/gates.ts";

let now: Date;
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  now = new Date("2026-11-23T09:00:00Z");
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
  await givenDraft(db, { call: await givenCall(db), now });
  call = await givenCall(db, { slug: "advice" });
});

const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000);
};

/** What a class wrote together, and each of them sends. */
const letter = {
  "respondent-kind": "care-experienced",
  "what-first": "We want to be asked before we are moved. ".repeat(5),
  "may-quote": "yes",
};

/** One who has filled in the letter, sends it a minute later and gets a receipt. */
async function sendLetter(answers: Record<string, string> = letter) {
  const begun = new Date(now.getTime() - 60_000);
  const given = { call, answers, now: begun };
  const { holderKey } = await givenDraft(context.db, given);
  const cookie = `heard-draft=${holderKey}`;
  const browser = openBrowser(context, cookie);
  const sent = await browser.post(check, addressOf("advice", "check"), []);
  expect(sent.status).toBe(303);
  return cookie;
}

/** So often the same may come in ten minutes. */
const comeAgain = (most: number) => {
  const bounds = { ...sameResponseBounds, most };
  context.countSameAgain = countSameAgain(bounds, Buffer.from("a key"));
};

const heldBack = () =>
  context.db.selectFrom("held_back").select("reasons").execute();

/** A twentieth of the pupils, of the posts that a network may send, and of the letters that are no burst. */
test("a school behind one address gets through within the hour, all of them with the same letter", async () => {
  context.env = { ...context.env, postsPerHour: 30 };
  comeAgain(2);
  const { address } = await startGates(context, (request, response) => {
    response.status(request.mustWaitSeconds ? 429 : 200).send("let in");
  });
  const post = async (page: string, cookie?: string) => {
    const { status } = await send(`${address}/respond/advice/${page}`, {
      method: "POST",
      headers: {
        ...{ ...fromOwnPage(address), ...urlencoded },
        ...(cookie && { cookie }),
      },
      body: "a=1",
    });
    return status;
  };
  const statuses = new Set<number>();
  for (let pupil = 0; pupil < 10; pupil += 1) {
    // The first page goes twice, as where its script had saved what was typed.
    for (let times = 0; times < 2; times += 1)
      statuses.add(await post("what-first"));
    const cookie = await sendLetter();
    statuses.add(await post("may-quote", cookie));
    statuses.add(await post("check", cookie));
    pass(360);
  }
  expect([...statuses]).toEqual([200]);
  expect(await heldBack()).toEqual([]);
  for (let left = 0; left < 10; left += 1)
    expect(await post("what-first")).toBe(200);
  expect(await post("what-first")).toBe(429);
});

test("200 pupils with two posts each before they have a draft, and one letter, are within what a network may send as Heard comes", () => {
  expect(context.env.postsPerHour).toBeGreaterThanOrEqual(400);
  const sent = { what: "Our letter.", from: "a school" };
  const pupils = Array.from({ length: 200 }, () => {
    pass(18);
    return context.countSameAgain({ ...sent, now });
  });
  expect(pupils).not.toContain(true);
  const inFiveMinutes = Array.from({ length: 50 }, () => {
    pass(6);
    return context.countSameAgain({ ...sent, now });
  });
  expect(inFiveMinutes).toContain(true);
});

test("a program that sends the same in a few minutes is held back from then on, and nothing else from there is", async () => {
  comeAgain(2);
  for (let times = 0; times < 4; times += 1) await sendLetter();
  const held = { reasons: '["sent-again"]' };
  expect(await heldBack()).toEqual([held, held]);
  const own = "And one of us says it alone. ".repeat(5);
  await sendLetter({ ...letter, "what-first": own });
  context.networkKey = "another-network";
  await sendLetter();
  expect(await heldBack()).toHaveLength(2);
});

test("what is short is the same by chance", async () => {
  comeAgain(1);
  for (let times = 0; times < 3; times += 1)
    await sendLetter({ ...letter, "what-first": "Ask us first." });
  expect(await heldBack()).toEqual([]);
});
