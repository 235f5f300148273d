import { expect, test } from "vitest";
import type { CheckOutcome } from "#app/domain/imports/check-import.server.ts";
import { importMapSchema } from "#app/domain/imports/import-map.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import {
  describeMapFault,
  describeMapProblem,
} from "#app/tasks/import-words.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { base, check } from "#tests/given/imports.ts";

function toldProblems(outcome: CheckOutcome): string[] {
  if (outcome.ok || outcome.reason !== "map-does-not-fit")
    throw new Error("The map was taken");
  return outcome.problems.map(describeMapProblem);
}

test("a map that does not fit its call or its file is refused before any row is read", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const map = {
    ...base,
    answers: { "what-first": "Words", "what-second": "Text", files: "Who" },
  };
  const { outcome } = await check({
    db,
    call,
    map,
    content: "No,Date,Who,Text,Who\n1,2,3,4,5",
  });
  expect(toldProblems(outcome)).toEqual([
    'The call has no question "what-second"',
    '"files" asks for files: they cannot come from a column',
    'The file has no column "Words"',
    'The file has 2 columns "Who"',
  ]);
  const empty = await check({ db, call, content: "" });
  expect(toldProblems(empty.outcome)).toEqual(["The file is empty"]);
});

test("a map that is none is told by its own parts", () => {
  const map = {
    channel: "letter",
    receivedAt: { column: "Date", format: "MM/yyyy", timeOfDay: "25:00" },
    answers: {},
  };
  const dated = { receivedAt: { date: "2026-07-03", timeOfDay: "5pm" } };
  const told = [map, { ...base, ...dated }].flatMap((given) =>
    importMapSchema.safeParse(given).error?.issues.map(describeMapFault),
  );
  expect(told).toEqual([
    "receivedAt.format: needs a day, a month and a year, like dd/MM/yyyy",
    "receivedAt.timeOfDay: is a time like 17:00",
    "answers: maps no question",
    "receivedAt.timeOfDay: is a time like 17:00",
  ]);
});
