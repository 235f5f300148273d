import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { makeRespondent } from "#tests/asking/respondent.ts";
import { givenServer } from "#tests/given/started-server.ts";
import { send } from "#tests/asking/http.ts";
import { holdWriteLock } from "#tests/given/write-lock.ts";

const { home, server } = givenServer();

const text = "An hour of writing, <i>kept</i> & given back.";
const advice = { "what-first": text };

async function beginToAnswer() {
  const respondent = makeRespondent(home.address, "call-for-advice");
  await respondent.open("/respond/call-for-advice/about-you");
  await respondent.answer("about-you", { "respondent-kind": "parent" });
  return respondent;
}

test("a lock that another process holds for two seconds is noticed by nobody", async () => {
  const respondent = await beginToAnswer();
  const lock = await holdWriteLock({ file: home.databaseFile });
  const answering = respondent.answer("what-first", advice);
  await sleep(2_000);
  await lock.release();
  expect((await answering).status).toBe(303);
});

test("while a lock lasts, pages, files and the health check are answered; the save is not, and gives its text back", async () => {
  const respondent = await beginToAnswer();
  const lock = await holdWriteLock({ file: home.databaseFile });
  let hasAnswered = false;
  const answering = respondent
    .answer("what-first", advice)
    .finally(() => (hasAnswered = true));
  const paths = ["/", "/healthcheck", "/favicon.svg", "/calls/call-for-advice"];
  for (let round = 0; round < 5; round += 1) {
    for (const path of paths) {
      const { status } = await send(`${home.address}${path}`);
      expect([path, status]).toEqual([path, 200]);
    }
    expect(hasAnswered).toBe(false);
  }
  const refused = await answering;
  await lock.release();
  expect(refused.status).toBe(503);
  expect(refused.body).toContain("so this page was not saved");
  expect(refused.body).toContain(
    "An hour of writing, &lt;i&gt;kept&lt;/i&gt; &amp; given back.",
  );
  expect(server.output()).toContain("SQLITE_BUSY");
  expect(server.output()).not.toContain("An hour of writing");
  expect((await respondent.answer("what-first", advice)).status).toBe(303);
});
