import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import { loader as healthcheck } from "#app/routes/healthcheck.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestFile } from "#tests/given/database.ts";

/** The address of a machine that takes connections and says nothing, and how many it has. */
async function givenSilentMachine() {
  const connections = new Set<net.Socket>();
  const server = net.createServer((connection) => connections.add(connection));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const connection of connections) connection.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgres://heard:secret@127.0.0.1:${port}/heard`,
    connections,
  };
}

test("a database that does not answer is told long before anybody has given up on it, and is asked once for all", async () => {
  const { url, connections } = await givenSilentMachine();
  const db = openDatabase({ url }, { patienceMilliseconds: 600_000 });
  const context = await makeTestContext(db);
  const answers = await Promise.all(
    [1, 2, 3].map(() => ask(healthcheck, { context, path: "/healthcheck" })),
  );
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(connections.size).toBe(1);
});

test("one that answers is well, again and again", async () => {
  const context = await makeTestContext(openTestFile().db);
  for (let count = 0; count < 2; count += 1)
    expect(
      (await ask(healthcheck, { context, path: "/healthcheck" })).status,
    ).toBe(200);
});
