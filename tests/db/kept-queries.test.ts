import type { KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import {
  keepQueries,
  keepQuery,
  type Places,
  placesOf,
} from "#app/db/kept-queries.server.ts";
import { openTestFile } from "#tests/given/database.ts";
import { insertJob } from "#tests/given/written-jobs.ts";

test("a statement is built once, and each time takes the values that it is given, in their places", async () => {
  const { db } = openTestFile();
  await insertJob(db, "first");
  await insertJob(db, "second");
  let builtCount = 0;
  const jobsBetween = keepQuery(
    (on, of: Places<{ after: number; kind: string; note: string | null }>) => {
      builtCount += 1;
      return on
        .selectFrom("jobs")
        .select(["kind", of.note.as("note")])
        .where("kind", "=", of.kind)
        .where("id", ">", of.after);
    },
  );
  const plain = db.withoutPlugins();
  const ask = (after: number, kind: string, note: string | null) =>
    jobsBetween(plain, { kind, note, after });
  expect(await ask(0, "second", "a")).toEqual([{ kind: "second", note: "a" }]);
  expect(await ask(0, "first", null)).toEqual([{ kind: "first", note: null }]);
  expect(await ask(1, "first", "b")).toEqual([]);
  const inside = plain
    .transaction()
    .execute((trx) => jobsBetween(trx, { kind: "first", note: "c", after: 0 }));
  expect(await inside).toEqual([{ kind: "first", note: "c" }]);
  expect(builtCount).toBe(1);
});

test("a statement is kept for each shape, with as many places as its list is long", async () => {
  const { db } = openTestFile();
  for (const kind of ["first", "second", "third"]) await insertJob(db, kind);
  let builtCount = 0;
  const jobsOf = keepQueries(
    (on, ids: Places<Record<number, number>>, length: number) => {
      builtCount += 1;
      return on
        .selectFrom("jobs")
        .select("kind")
        .where("id", "in", placesOf(ids, length))
        .orderBy("id");
    },
  );
  const plain = db.withoutPlugins();
  const ask = async (...ids: number[]) =>
    (await jobsOf(plain, ids.length, ids)).map(({ kind }) => kind);
  expect(await ask(2)).toEqual(["second"]);
  expect(await ask(3, 1)).toEqual(["first", "third"]);
  expect(await ask(1)).toEqual(["first"]);
  expect(await ask(2, 3)).toEqual(["second", "third"]);
  expect(builtCount).toBe(2);
});

test("a list among the values stands in its own places, beside another list", async () => {
  const { db } = openTestFile();
  for (const kind of ["first", "second", "third"]) await insertJob(db, kind);
  type Lists = { kinds: readonly string[]; ids: readonly number[] };
  const jobsOf = keepQueries(
    (
      on,
      { kinds, ids }: Places<Lists>,
      shape: { kindCount: number; idCount: number },
    ) =>
      on
        .selectFrom("jobs")
        .select("kind")
        .where("kind", "in", placesOf(kinds, shape.kindCount))
        .where("id", "in", placesOf(ids, shape.idCount)),
  );
  const plain = db.withoutPlugins();
  const ask = async (kinds: string[], ids: number[]) => {
    const shape = { kindCount: kinds.length, idCount: ids.length };
    const rows = await jobsOf(plain, shape, { kinds, ids });
    return rows.map(({ kind }) => kind);
  };
  expect(await ask(["first", "third"], [3])).toEqual(["third"]);
  expect(await ask(["second", "first"], [1])).toEqual(["first"]);
  expect(await ask(["second"], [1, 2])).toEqual(["second"]);
});

test("whoever looks at statements is shown a kept one each time, with what it is asked with", async () => {
  const { db } = openTestFile();
  await insertJob(db, "first");
  const jobsOfKind = keepQuery((on, of: Places<{ kind: string }>) =>
    on.selectFrom("jobs").select("id").where("kind", "=", of.kind),
  );
  await jobsOfKind(db, { kind: "first" });
  const made = new Map<object, readonly unknown[]>();
  const ended: unknown[] = [];
  const watching: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const query = db.getExecutor().compileQuery(node, queryId);
      made.set(queryId, query.parameters);
      return node;
    },
    async transformResult({ result, queryId }) {
      ended.push(made.get(queryId));
      return result;
    },
  };
  await jobsOfKind(db.withPlugin(watching), { kind: "first" });
  await jobsOfKind(db.withPlugin(watching), { kind: "second" });
  expect(ended).toEqual([["first"], ["second"]]);
});
