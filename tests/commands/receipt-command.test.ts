import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeDayRoots } from "#app/domain/proofs/days.server.ts";
import { runTasks } from "#tests/given/commands.ts";
import { testSecret } from "#tests/given/context.ts";
import { now } from "#tests/asking/sent-drafts.ts";
import { makeTestFolder, openTestFile } from "#tests/given/database.ts";
import {
  givenSentNow,
  knownOf,
  signedOf,
} from "#tests/given/signed-receipts.ts";

const command = "app/tasks/verify-receipt.ts";

test("a saved receipt is checked at a terminal, against this portal or without it", async () => {
  const { db, file } = openTestFile();
  await givenSentNow(db);
  const responseId = await givenSentNow(db);
  const later = new Date(now.getTime() + 24 * 3_600_000);
  await makeDayRoots(db, { secret: testSecret, now: later });
  const { text } = await signedOf(db, responseId, later);
  const known = await knownOf(db);
  const folder = makeTestFolder();
  const save = (name: string, content: string | Buffer) => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const saved = save("receipt.json", text);
  const altered = save("altered.json", text.replace("Look at", "Look on"));
  const binary = save("picture.json", Buffer.of(0xff, 0xd8, 0xff));
  const ours = save("keys.json", JSON.stringify(known));
  const others = save("others.json", JSON.stringify({ ...known, keys: [] }));
  const nowhere = {};
  const here = { DATABASE_FILE: file };
  const told = await runTasks([
    [command, [saved], here],
    [command, [altered], here],
    [command, [binary], here],
    [command, [saved, "--keys", ours], nowhere],
    [command, [saved, "--keys", others], nowhere],
    [command, [saved, "--keys", saved], nowhere],
    [command, [], here],
    [command, [path.join(folder, "none.json")], here],
  ]);
  expect(told.map(({ code, out, told: why }) => [code, out + why])).toEqual(
    [
      [0, /is true: H-.+, version 1\.[^]+root of 2026-11-22: [0-9a-f]{64}/],
      [1, /is not true\. It was changed after it was signed/],
      [1, /is not true\. It is not a signed receipt/],
      [0, /is true: H-/],
      [1, /is not true\. It names a key that is not among those known/],
      [1, /is not a file of keys and roots/],
      [1, /Name one file[^]+Usage: /],
      [1, /cannot be read: there is no such file/],
    ].map(([code, words]) => [code, expect.stringMatching(words as RegExp)]),
  );
});
