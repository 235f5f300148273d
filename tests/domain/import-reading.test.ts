import { expect, test } from "vitest";
import { guessDayFormat } from "#app/domain/imports/guess-columns.ts";
import { type ImportMap } from "#app/domain/imports/import-map.ts";
import {
  type ImportCheck,
  maxListedRefusals,
} from "#app/domain/imports/check-import.server.ts";
import { callForEvidence } from "#app/tasks/demo/call-for-evidence.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import {
  describeFileFault,
  describeRowRefusal,
} from "#app/tasks/import-words.ts";
import { wordsIn } from "#app/words/words.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import {
  now,
  heading,
  check,
  checkWell,
  importAll,
  rows,
} from "#tests/given/imports.ts";

/** As the command says it. */
const toldRows = ({ refusedRows }: ImportCheck) =>
  refusedRows.map(({ line, refusal }) => ({
    line,
    reason: describeRowRefusal(refusal),
  }));

test("each refused row is told with its line and reason", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  await givenResponse(db, { call, sourceKey: "9" });
  const earlier = await db
    .selectFrom("responses")
    .select("reference")
    .executeTakeFirstOrThrow();
  const content = rows(
    '1,03/07/2026,P,"Good,\n\nover three lines",',
    "2,7/14/2026,P,American,",
    "3,31/02/2026,P,No such day,",
    "4,03/07/2027,P,Tomorrow's world,",
    "5,03/07/2026,Q,Unknown choice,",
    "",
    "6,03/07/2026,P,Mail,no address",
    "7,03/07/2026,P,too,many,cells",
    "8,03/07/2026,,,",
    "9,03/07/2026,P,Was here,",
    "1,03/07/2026,P,Again,",
    ",03/07/2026,P,No number,",
    "10,,P,No date,",
  );
  const { check } = await checkWell({ db, call, content });
  expect(check).toMatchObject({
    rowCount: 12,
    acceptedCount: 1,
    refusedCount: 11,
  });
  expect(toldRows(check)).toEqual([
    { line: 5, reason: '"Date" is "7/14/2026", not a date as dd/MM/yyyy' },
    { line: 6, reason: '"Date" is "31/02/2026", not a date as dd/MM/yyyy' },
    { line: 7, reason: '"Date" is "03/07/2027", which is in the future' },
    {
      line: 8,
      reason: '"Who" is "Q", no choice of the question "respondent-kind"',
    },
    {
      line: 10,
      reason: `"Mail": ${wordsIn("en").questions.emailFormat}`,
    },
    { line: 11, reason: "has 6 cells where the heading has 5" },
    { line: 12, reason: "has no answer" },
    { line: 13, reason: `"No" came in before, as ${earlier.reference}` },
    { line: 14, reason: '"No" is the same as on line 2' },
    { line: 15, reason: '"No" is empty' },
    { line: 16, reason: '"Date" is empty' },
  ]);
});

test("a cell that is a word of JavaScript's own is a cell like any other", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const words = ["constructor", "__proto__", "toString", "valueOf"];
  const content = rows(
    "1,03/07/2026,P,Good,",
    ...words.map((word, index) => `${index + 2},03/07/2026,${word},Good,`),
  );
  const { check } = await checkWell({ db, call, content });
  expect(check.acceptedCount).toBe(1);
  expect(toldRows(check)).toEqual(
    words.map((word, index) => ({
      line: index + 3,
      reason: `"Who" is "${word}", no choice of the question "respondent-kind"`,
    })),
  );
});

test.each([
  ["LF", "\n"],
  ["CR LF", "\r\n"],
  ["CR", "\r"],
])(
  "lines are counted as an editor counts them, with %s inside quotes too",
  async (_name, end) => {
    const { db } = openTestDatabase();
    const call = await givenCall(db);
    const letter = ["1,03/07/2026,P", `"One${end}${end}${end}two`, ""].join(
      ",",
    );
    const lines = [heading, `${letter.slice(0, -1)}",`, "", "2,nonsense,P,x,"];
    const { check } = await checkWell({
      db,
      call,
      content: `\uFEFF${lines.join(end)}`,
    });
    expect(check.refusedRows.map((row) => row.line)).toEqual([7]);
  },
);

test("a file longer than one chunk keeps its lines, wherever CR and LF are parted", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const filler = Array.from(
    { length: 3_000 },
    (_, index) => `${index},03/07/2026,P,"a${"b".repeat(index % 97)}\r\nc",`,
  );
  const content = [heading, ...filler, "x,nonsense,P,x,"].join("\r\n");
  const { check } = await checkWell({ db, call, content });
  expect(check.refusedRows).toMatchObject([{ line: 6_002 }]);
  expect(check.acceptedCount).toBe(3_000);
});

test("several choices, dates and words that mean nothing are read by the map", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { definition: callForEvidence });
  const map: Partial<Record<keyof ImportMap, unknown>> = {
    channel: "email",
    receivedAt: { date: "2026-11-22" },
    answers: {
      "questions-addressed": {
        column: "About",
        separator: "|",
        values: { a: "gaps" },
      },
      "published-on": { column: "When", format: "d.M.yyyy" },
      summary: "Text",
    },
    skipWhenEmpty: ["Text"],
    emptyValues: ["n/a"],
    delimiter: ";",
  };
  const content = [
    "About;When;Text",
    "a| Where evidence is robust ;3.5.2024;Shown",
    "a;;N/A",
    "a|b;;Unknown",
    "a;31.4.2024;No such day",
  ].join("\n");
  const { check } = await checkWell({ db, call, map, content });
  expect(check).toMatchObject({
    acceptedCount: 1,
    leftOutCount: 1,
    refusedCount: 2,
  });
  expect(check.refusedRows.map((row) => row.line)).toEqual([4, 5]);
  await importAll({ db, call, map, content }, true);
  const answers = await db.selectFrom("answers").select("value").execute();
  expect(answers.map((row) => JSON.parse(row.value))).toEqual([
    ["gaps", "robust"],
    "Shown",
    { day: "3", month: "5", year: "2024" },
  ]);
  const response = await db
    .selectFrom("responses")
    .select("received_at")
    .executeTakeFirst();
  // Midday of the very day of the import would be in the future.
  expect(response?.received_at).toBe(now.toISOString());
});

test.each([
  [
    "a quote that is not closed",
    `${heading}\n1,x,P,"open,\n2,y,P,z,`,
    "line 2",
  ],
  [
    "a quote in the middle of a cell",
    `${heading}\n1,x,P,fine,\n2,y,P,say "no",\n`,
    "line 3",
  ],
  [
    "another encoding",
    Buffer.from(`${heading}\n1,x,P,caf\xe9,`, "latin1"),
    "UTF-8",
  ],
])("%s is told, and nothing is imported", async (_what, content, told) => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const { outcome } = await check({ db, call, content });
  if (outcome.ok || outcome.reason !== "unreadable")
    throw new Error("The file was read");
  expect(describeFileFault(outcome.fault)).toContain(told);
});

test("of very many refused rows the first are listed and all are counted", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const bad = Array.from({ length: 20_000 }, () => "1,nonsense,P,x,");
  const { check } = await checkWell({ db, call, content: rows(...bad) });
  expect(check.refusedCount).toBe(20_000);
  expect(check.refusedRows).toHaveLength(maxListedRefusals);
});

test("a bare number in a column of dates is the day that Excel counts by it, and other numbers are none", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const content = rows(
    "1,45983,P,Good,",
    "2,45983.0,P,Good,",
    "3,4598,P,Too early,",
    "4,20251122,P,No day number,",
    "5,45983.5,P,A time too,",
    "6,60000,P,Still ahead,",
  );
  const { check } = await checkWell({ db, call, content });
  expect(check).toMatchObject({ acceptedCount: 2, refusedCount: 4 });
  await importAll({ db, call, content }, true);
  const received = await db
    .selectFrom("responses")
    .select("received_at")
    .execute();
  expect(received).toEqual([
    { received_at: "2025-11-22T12:00:00.000Z" },
    { received_at: "2025-11-22T12:00:00.000Z" },
  ]);
  expect(guessDayFormat(["45983", "31/5/2026"])).toBe("d/M/yyyy");
});
