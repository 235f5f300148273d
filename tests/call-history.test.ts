import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { editsInWords } from "#app/screens/review/call-history.ts";
import { listProjectFiles } from "#tests/setup/import-lines.ts";

test("every edit of a call is told in its own words", () => {
  const told = listProjectFiles()
    .filter((file) => file.startsWith("app/domain/calls/authoring/"))
    .flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(/\bwhat: "([a-z-]+)"/g),
    ])
    .map(([, what = ""]) => what);
  expect(told.length).toBeGreaterThan(15);
  expect(told.filter((what) => !(what in editsInWords))).toEqual([]);
});
