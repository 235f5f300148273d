import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { countGuess } from "#app/http/request/guess-throttle.server.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { startGates } from "#tests/given/gates.ts";
import { givenTwoServers, times } from "#tests/given/two-servers.ts";

const now = () => new Date("2026-11-22T09:00:00Z");

/** One of several servers, which takes so many forms of a network in an hour. */
async function startServer(db: Db, postsPerHour: number) {
  const context = await makeTestContext(db, { now });
  context.env = {
    ...context.env,
    database: { url: "postgres://one.of.several/heard" },
    postsPerHour,
    trustedProxyHops: 1,
  };
  const { address } = await startGates(context, (request, response) => {
    response.status(request.mustWaitSeconds ? 429 : 200).send("let in");
  });
  return async (from: string) => {
    const headers = {
      ...fromOwnPage(address),
      ...urlencoded,
      "x-forwarded-for": from,
    };
    const body = "a=1";
    const path = `${address}/review/sign-in`;
    return (await send(path, { method: "POST", headers, body })).status;
  };
}

test("four servers let in as many forms of a network as one", async () => {
  const { db, other } = await givenTwoServers();
  const posts = await Promise.all(
    [db, other, db, other].map((on) => startServer(on, 40)),
  );
  const statuses: number[] = [];
  for (let sent = 0; sent < 44; sent += 1) {
    await posts[(sent + 1) % 4]?.("203.0.113.9");
    statuses.push((await posts[sent % 4]?.("198.51.100.7")) ?? 0);
  }
  expect(statuses).toEqual([
    ...Array<number>(40).fill(200),
    429,
    429,
    429,
    429,
  ]);
});

test("one of them alone still writes down nothing of a network that sends few", async () => {
  const { db } = await givenTwoServers();
  const post = await startServer(db, 40);
  for (let sent = 0; sent < 4; sent += 1) await post("198.51.100.7");
  const rows = db.selectFrom("limit_counts").selectAll();
  expect(await rows.execute()).toEqual([]);
});

test("of fourteen tries to sign in at once on two servers ten are looked at", async () => {
  const { db, atOnce } = await givenTwoServers();
  const { env } = await makeTestContext(db);
  const tryAs = (email: string) => (on: Db) =>
    countGuess({
      context: { db: on, env, networkKey: "network", now },
      to: "sign-in",
      at: email,
    });
  await atOnce(...times(4, tryAs("bea@review.example")));
  const counted = await atOnce(...times(14, tryAs("ada@review.example")));
  expect(counted.filter(({ ok }) => ok)).toHaveLength(10);
});
