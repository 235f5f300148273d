import { expect, test } from "vitest";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { loader as queueLoader } from "#app/routes/review.queue.tsx";
import { loader } from "#app/routes/review.responses.$reference.tsx";
import * as reopen from "#app/routes/review.responses.$reference_.withdrawn.tsx";
import { givenResponse, someAdvice } from "#app/tasks/demo/factories.ts";
import { now } from "#tests/given/reading-desk.ts";
import { givenPage } from "#tests/given/work-page.ts";

/** A response that its sender has taken back, beside an earlier one with the same words. */
async function givenTakenBack() {
  const page = await givenPage();
  const { db, responseId } = page;
  const answers = { ...someAdvice, "what-first": "I was moved. My nan too." };
  const earlier = await givenResponse(db, { answers, receivedAt: now });
  for (const id of [responseId, earlier.responseId])
    await indexResponse(db, { responseId: id });
  await withdrawOwnResponse(db, { responseId, now });
  return page;
}

test("what somebody took back stands in no search and in no list, and its row says so", async () => {
  const page = await givenTakenBack();
  const queue = async (q: string) => {
    const path = `/review/queue?${q}`;
    const { data } = await page.browser.get(queueLoader, { path, params: {} });
    return JSON.stringify(data);
  };
  const found = await queue("q=nan");
  expect(found).not.toContain(page.reference);
  expect(found).toContain("2 responses match");
  const listed = await queue("state=withdrawn");
  expect(listed).toContain(page.reference);
  expect(listed).toContain("Taken back by whoever sent it");
  expect(listed).not.toContain("My nan");
  // A job that was under way puts nothing back.
  await indexResponse(page.db, { responseId: page.responseId });
  expect(await queue("q=nan")).not.toContain(page.reference);
});

test("it opens to whoever says why, to nobody else, and for a while", async () => {
  const page = await givenTakenBack();
  const read = async (by: typeof page.browser) =>
    JSON.stringify((await by.get(loader, page.at())).data);
  expect(await read(page.browser)).not.toContain("My nan");
  const refused = await page.browser.post(reopen, page.at("/withdrawn"), []);
  expect(refused.status).toBe(400);
  expect(await read(page.browser)).not.toContain("My nan");
  const asked = [["reason", "complaint"]] as [string, string][];
  await page.browser.post(reopen, page.at("/withdrawn"), asked);
  expect(await read(page.browser)).toContain("My nan took me in");
  const other = await page.openAs("lead", "Lena");
  expect(await read(other.browser)).not.toContain("My nan");
  const events = await page.db
    .selectFrom("events")
    .select(["type", "details"])
    .where("type", "in", ["response.withdrawn-opened", "response.read"])
    .execute();
  expect(events).toEqual([
    {
      type: "response.withdrawn-opened",
      details: JSON.stringify({ reason: "complaint" }),
    },
    { type: "response.read", details: "{}" },
  ]);
});
