import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { claimNextResponse } from "#app/domain/triage/claims.server.ts";
import { givenColleague } from "#tests/setup/colleagues.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { givenQueue } from "#tests/setup/queues.ts";

const now = new Date("2021-03-01T10:00:00.000Z");

test("thirty people who press at once are given thirty responses", async () => {
  const { db } = openTestDatabase();
  await givenQueue(db, 40);
  const people = await Promise.all(
    Array.from({ length: 30 }, () => givenColleague(db)),
  );
  const claims = await Promise.all(
    people.map(({ staffId }) => claimNextResponse(db, { staffId, now })),
  );
  const references = claims.map((claim) => claim.ok && claim.reference);
  expect(new Set(references).size).toBe(30);
  expect(references).not.toContain(false);
});

test("four processes that read a whole queue together read each response once", async () => {
  const { db, file } = openTestDatabase();
  const { references } = await givenQueue(db, 60);
  const people = await Promise.all(
    Array.from({ length: 4 }, () => givenColleague(db)),
  );
  const readers = await Promise.all(
    people.map(({ staffId }) => readWholeQueue(file, staffId)),
  );
  const read = readers.flat();
  expect(read.length).toBe(60);
  expect(new Set(read)).toEqual(new Set(references));
  expect(readers.every((reader) => reader.length > 0)).toBe(true);
}, 60_000);

/** Runs a process that takes and decides until nothing is left; the references it was given. */
function readWholeQueue(file: string, staffId: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const reader = spawn(
      process.execPath,
      ["--import", "tsx", "tests/setup/queue-reader.ts", file, staffId],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let output = "";
    reader.stdout.on("data", (chunk) => (output += String(chunk)));
    reader.on("error", reject);
    reader.on("exit", (code) =>
      code === 0
        ? resolve(output.split("\n").filter(Boolean))
        : reject(new Error(`The reader ended with ${code}`)),
    );
  });
}
