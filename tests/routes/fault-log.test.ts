import pino from "pino";
import { expect, test } from "vitest";
import { handleError } from "#app/entry.server.tsx";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { startGates } from "#tests/given/gates.ts";
import { send } from "#tests/asking/http.ts";

const canary = "Words that a person typed";

async function givenLog() {
  const { db } = openTestDatabase();
  let log = "";
  const logger = pino({ level: "debug" }, { write: (line) => (log += line) });
  const context = await makeTestContext(db, { logger });
  return { context, log: () => log };
}

test("an unexpected error of a route is logged by name and place, without its message", async () => {
  const { context, log } = await givenLog();
  const request = new Request("http://localhost:3000/review/canary-path");
  handleError(new RangeError(canary), { request, context });
  handleError(canary, { request, context });
  expect(log()).toContain("RangeError");
  expect(log()).toContain("fault-log.test.ts");
  expect(log()).not.toContain(canary);
  expect(log()).not.toContain("canary-path");
});

test("so is one of a gate, and a request's line has no address or path", async () => {
  const { context, log } = await givenLog();
  const { address } = await startGates(context, () => {
    throw new RangeError(canary);
  });
  await send(`${address}/canary-path?q=canary`, {
    headers: { "user-agent": "canary", "x-forwarded-for": "198.51.100.7" },
  });
  expect(log()).toContain("RangeError");
  expect(log()).toContain('"status":500');
  expect(log()).not.toContain(canary);
  expect(log()).not.toMatch(/"[^"]*canary|198\.51|127\.0\.0\.1/);
});
