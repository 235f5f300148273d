import { afterAll, beforeAll } from "vitest";
import type { Db } from "#app/db/schema.ts";
import {
  makeHomeWithDemoCalls,
  removeServerHome,
  type RunningServer,
  type ServerHome,
  startServer,
} from "./servers.ts";

/**
 * A real server for the tests of one file, with the demo's calls in its
 * database: it listens when the first test begins, and is gone after the last.
 *
 * @param prepare what else has to be there before it starts
 * @returns two objects that are empty until then
 */
export function givenServer(
  prepare?: (home: ServerHome, db: Db) => unknown,
  settings: Record<string, string> = {},
): { home: ServerHome; server: RunningServer } {
  const home = {} as ServerHome;
  const server = {} as RunningServer;
  beforeAll(async () => {
    Object.assign(home, await makeHomeWithDemoCalls(prepare));
    Object.assign(server, await startServer(home, settings));
  });
  afterAll(async () => {
    await server.kill();
    removeServerHome(home);
  });
  return { home, server };
}
