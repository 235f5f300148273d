import { describe, expect, test } from "vitest";
import { listProjectFiles } from "#tests/setup/import-lines.ts";
import { readTables } from "#tests/setup/table-lines.ts";
import { brokenTableRules, tableRules } from "#tests/setup/table-rules.ts";

const lines = listProjectFiles()
  .filter((file) => /^app\/.*\.tsx?$/.test(file))
  .flatMap((file) => readTables(file));

describe("the tables that statements name", () => {
  test.each(tableRules)("$rule", ({ isBroken }) => {
    const broken = lines
      .filter(isBroken)
      .map(({ file, does, table }) => `${file} ${does} ${table}`);
    expect(broken).toEqual([]);
  });
});

describe("a statement in the wrong room is refused", () => {
  const door = "responses are selected through the door, or by the intake";
  const refused: [file: string, statement: string, rule: string][] = [
    [
      "app/domain/triage/queue.queries.server.ts",
      `db.selectFrom("responses").select("id")`,
      door,
    ],
    [
      "app/domain/exports/rows.queries.server.ts",
      `db.selectFrom(["calls", "responses as r"]).selectAll()`,
      door,
    ],
    [
      "app/domain/attachments/attachments.queries.server.ts",
      `db.selectFrom("attachments").innerJoin("responses", "a", "b")`,
      door,
    ],
    [
      "app/domain/responses/review.queries.server.ts",
      `eb.exists(eb.selectFrom("responses as other").select("other.id"))`,
      door,
    ],
    [
      "app/db/search.server.ts",
      "sql`select reference from responses where id = 1`",
      door,
    ],
  ];

  test.each(refused)("%s: %s", (file, statement, rule) => {
    expect(readTables(file, statement).flatMap(brokenTableRules)).toContain(
      rule,
    );
  });

  const taken: [file: string, statement: string][] = [
    [
      "app/domain/responses/visible-responses.queries.server.ts",
      `db.selectFrom("responses").selectAll()`,
    ],
    [
      "app/domain/triage/queue.queries.server.ts",
      `responsesVisibleTo(db, viewer).select("responses.id")`,
    ],
  ];

  test.each(taken)("but %s: %s is not", (file, statement) => {
    expect(readTables(file, statement).flatMap(brokenTableRules)).toEqual([]);
  });
});
