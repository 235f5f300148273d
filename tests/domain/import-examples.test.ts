import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { importMapSchema } from "#app/domain/imports/import-map.ts";
import { checkImport } from "#app/domain/imports/check-import.server.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { hasSharedData, sharedData } from "#tests/fixtures/shared-data.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const readExample = (name: string): unknown =>
  JSON.parse(readFileSync(path.join("docs/examples", name), "utf8"));

async function checkExample(example: {
  definition?: string;
  map: string;
  file: string;
}) {
  const { db } = openTestDatabase();
  const definition = example.definition
    ? callDefinitionSchema.parse(readExample(example.definition))
    : callForAdvice;
  const outcome = await checkImport(db, {
    call: await givenCall(db, { definition }),
    map: importMapSchema.parse(readExample(example.map)),
    file: example.file,
    messages: wordsIn("en").questions,
    now: new Date("2026-11-22T09:00:00Z"),
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.check;
}

test("the letters of docs/import.md can be imported into the demo's Call for Advice", async () => {
  const check = await checkExample({
    map: "import-maps/letters.json",
    file: "docs/examples/letters.csv",
  });
  expect(check).toMatchObject({
    acceptedCount: 2,
    leftOutCount: 1,
    refusedCount: 0,
  });
});

test.skipIf(!hasSharedData("responses"))(
  "5,624 real comments: dates in two formats are told line by line, what nobody wrote is left out",
  async () => {
    const check = await checkExample({
      definition: "definitions/patient-feedback.json",
      map: "import-maps/nhs-feedback.json",
      file: path.join(sharedData, "responses/nhs-feedback.csv"),
    });
    expect(check).toMatchObject({
      rowCount: 5_624,
      acceptedCount: 4_246,
      leftOutCount: 1_210,
      refusedCount: 168,
    });
    for (const { refusal } of check.refusedRows)
      expect(refusal).toMatchObject({
        reason: "not-a-day",
        column: "Date",
        cell: expect.stringMatching(/^[\d/]+$/) as string,
      });
  },
);

test.skipIf(!hasSharedData("consultation"))(
  "a thousand answers to a consultation can be imported as they are",
  async () => {
    const check = await checkExample({
      definition: "definitions/consultation.json",
      map: "import-maps/gambling-1000.json",
      file: path.join(sharedData, "consultation/gambling-1000.csv"),
    });
    expect(check).toMatchObject({ acceptedCount: 1_000, refusedCount: 0 });
  },
);
