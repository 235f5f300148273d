import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import type { DatabasePlace } from "#app/db/connection.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import { givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { compiledProcess } from "#tests/setup/compiled-processes.ts";
import { givenQueue } from "#tests/given/queues.ts";

const now = new Date("2021-03-01T10:00:00.000Z");

test("thirty people who press at once are given thirty responses", async () => {
  const { db } = openTestDatabase();
  await givenQueue(db, 40);
  const people = await Promise.all(
    Array.from({ length: 30 }, () => givenColleague(db)),
  );
  const claims = await Promise.all(
    people.map((person) => claimNextResponse(db, { ...person, now })),
  );
  const references = claims.map((claim) => claim.ok && claim.reference);
  expect(new Set(references).size).toBe(30);
  expect(references).not.toContain(false);
});

test("four processes that read a whole queue together read each response once", async () => {
  const { db, place } = openTestDatabase();
  const { references } = await givenQueue(db, 60);
  const people = await Promise.all(
    Array.from({ length: 4 }, () => givenColleague(db)),
  );
  const readers = await Promise.all(
    people.map(({ staffId }) => startReader(place, staffId)),
  );
  const readings = await Promise.all(readers.map((reader) => reader.begin()));
  const read = readings.flat();
  expect(read.length).toBe(60);
  expect(new Set(read)).toEqual(new Set(references));
  const busy = readings.filter((reading) => reading.length > 0);
  expect(busy.length).toBeGreaterThan(1);
}, 120_000);

/** A process that, once told to begin, takes and decides until nothing is left; the references it was given. */
async function startReader(place: DatabasePlace, staffId: string) {
  const reader = spawn(
    process.execPath,
    [compiledProcess("queue-reader"), JSON.stringify(place), staffId],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  let output = "";
  reader.stdout.on("data", (chunk) => (output += String(chunk)));
  const ended = once(reader, "exit");
  await Promise.race([once(reader.stdout, "data"), ended]);
  return {
    async begin(): Promise<string[]> {
      reader.stdin.write("begin\n");
      const [code] = (await ended) as [number | null];
      if (code !== 0) throw new Error(`The reader ended with ${code}`);
      return output.split("\n").filter((line) => line.startsWith("H-"));
    },
  };
}
