import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listProjectFiles } from "#tests/setup/import-lines.ts";
import { readTables } from "#tests/setup/table-lines.ts";
import {
  brokenTableRules,
  owners,
  readsOfOthers,
  roomOf,
  tableRules,
} from "#tests/setup/table-rules.ts";
import { unfinished, unfinishedQueries } from "#tests/setup/query-rules.ts";

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

test("every table that a migration makes has an owner", () => {
  const made = listProjectFiles()
    .filter((file) => file.startsWith("migrations/"))
    .flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(
        /create (?:virtual )?table (?:if not exists )?(\w+)/g,
      ),
    ])
    .map(([, table = ""]) => table);
  expect(made.filter((table) => !(table in owners))).toEqual([]);
});

test("the columns of a table are told in the file of the area that owns it", () => {
  const schemaFiles = listProjectFiles().filter(
    (file) =>
      file.startsWith("app/db/") &&
      /: \w+Table;/.test(readFileSync(file, "utf8")),
  );
  const told = schemaFiles.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^ {2}(\w+): \w+Table;$/gm)].map(
      ([, table = ""]) => `${table} in ${file}`,
    ),
  );
  expect(told.length).toBeGreaterThan(20);
  const wrong = told.filter((line) => {
    const [table = "", file] = line.split(" in ");
    return file !== `app/db/tables/${owners[table]}.ts`;
  });
  expect(wrong).toEqual([]);
});

test("no reason is left for a read that is no more", () => {
  const reads = new Set(lines.map((line) => `${roomOf(line)} ${line.table}`));
  const left = Object.entries(readsOfOthers).flatMap(([table, areas]) =>
    Object.keys(areas)
      .filter((area) => !reads.has(`${area} ${table}`))
      .map((area) => `${area} ${table}`),
  );
  expect(left).toEqual([]);
});

describe("a statement in the wrong room is refused", () => {
  const door = "responses are selected through the door, or by the intake";
  const writes = "a table is written by the area that owns it";
  const reads =
    "a table of another area is read only where a reason is written down";
  const queries = "a statement stands in the queries of an area, or in app/db";
  const refused: [file: string, statement: string, rule: string][] = [
    [
      "app/domain/triage/notes.server.ts",
      `db.selectFrom("notes").selectAll()`,
      queries,
    ],
    ["app/routes/review.tags.tsx", "sql`select id from tags`", queries],
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
      "app/domain/triage/queue.queries.server.ts",
      `where(({ exists, selectFrom }) => exists(selectFrom("responses")))`,
      door,
    ],
    [
      "app/db/search.server.ts",
      "sql`select reference from responses where id = 1`",
      door,
    ],
    [
      "app/domain/triage/flags.queries.server.ts",
      `trx.updateTable("responses").set({ safeguarding_flag: 1 })`,
      writes,
    ],
    [
      "app/domain/responses/intake.queries.server.ts",
      `trx.deleteFrom("drafts").where("id", "=", 1)`,
      writes,
    ],
    [
      "app/routes/review.tags.tsx",
      `context.db.insertInto("tags").values(tag)`,
      writes,
    ],
    [
      "app/tasks/add-call.ts",
      "sql`insert into calls (slug) values ('x')`",
      writes,
    ],
    [
      "app/domain/newsletter/lists.queries.server.ts",
      `trx.insertInto("subscribers").values(row)`,
      writes,
    ],
    [
      "app/domain/tagging/changes.queries.server.ts",
      `db.selectFrom("events").selectAll()`,
      reads,
    ],
    [
      "app/domain/calls/calls.queries.server.ts",
      `db.selectFrom("calls").leftJoin("staff as maker", "maker.id", "x")`,
      reads,
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

test("a call that is named as one of JavaScript's own is no statement", () => {
  const text = `bytes.toString("hex"); thing.constructor("tags")`;
  expect(readTables("app/domain/files/x.ts", text)).toEqual([]);
});

describe("a query hands out what it found", () => {
  test("and no statement, but for those that say why", () => {
    const found = listProjectFiles()
      .filter((file) => file.endsWith(".queries.server.ts"))
      .flatMap((file) =>
        unfinishedQueries(file).map((name) => `${file} ${name}`),
      );
    expect(found).toEqual([]);
  });

  test("and no exception is left for one that is no more", () => {
    const left = Object.keys(unfinished).filter((named) => {
      const [file = "", name = ""] = named.split(" ");
      const text = readFileSync(file, "utf8");
      return !text.includes(`export function ${name}(`);
    });
    expect(left).toEqual([]);
  });

  test.each([
    `export function x(db) { return db.selectFrom("tags").selectAll(); }`,
    `export const x = (db) => db.selectFrom("tags").where("id", "=", 1);`,
    `export async function x(db) { return db.deleteFrom("tags").limit(1); }`,
    `export const x = async (db) => db.updateTable("tags").set({});`,
    `export async function x(db) { const all = db.selectFrom("tags"); return all; }`,
    `export async function x(db) { const q = db.selectFrom("tags"); return a ? q.limit(1) : q; }`,
    `async function x(db) { return db.selectFrom("tags").forUpdate(); } export { x };`,
    `const open = (db) => db.selectFrom("tags"); export async function x(db) { return open(db).limit(1); }`,
    `function all(db) { return db.selectFrom("tags"); } function some(db) { return all(db).limit(1); } export async function x(db) { return some(db); }`,
    `export async function x(db, viewer) { return responsesVisibleTo(db, viewer).select("id"); }`,
    `export async function x(db) { const query = db.selectFrom("tags"); return { query }; }`,
    `export async function x(db) { return { rows: db.selectFrom("tags") }; }`,
  ])("%s is refused", (text) => {
    const file = "app/domain/tagging/x.queries.server.ts";
    expect(unfinishedQueries(file, text)).toEqual(["x"]);
  });

  test.each([
    `export async function x(db) { return db.selectFrom("tags").selectAll().execute(); }`,
    `function x(db) { return db.selectFrom("tags").selectAll(); }`,
    `export async function x(db) { const q = db.selectFrom("tags"); return q.executeTakeFirst(); }`,
    `export async function x(db) { const rows = await db.selectFrom("tags").execute(); return rows.map((row) => row.id); }`,
    `const open = (db) => db.selectFrom("tags"); export async function x(db) { return open(db).execute(); }`,
    `export async function x(db) { let q = db.selectFrom("tags"); q = q.limit(1); return { count: countOf(await q.executeTakeFirst()) }; }`,
  ])("but %s is not", (text) => {
    const file = "app/domain/tagging/x.queries.server.ts";
    expect(unfinishedQueries(file, text)).toEqual([]);
  });
});
