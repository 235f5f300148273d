import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { refuseOlder } from "#app/tasks/refuse-older.server.ts";
import { runTask, runTasks } from "#tests/given/commands.ts";
import { testSecret } from "#tests/given/context.ts";
import { makeTestFolder, openTestFile } from "#tests/given/database.ts";

type Scripts = { scripts: Record<string, string> };
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as Scripts;

/** The files of the commands that end by themselves, with the words that npm hands them. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const [, file, rest = ""] =
    /^tsx (app\/tasks\/\S+\.ts) ?(.*)$/.exec(script) ?? [];
  if (!file || name === "worker") return [];
  return [{ name, file, given: rest.split(" ").filter(Boolean) }];
});

const stack = /\n\s+at |Node\.js v/;

test("every command of app/tasks is among those that are tried", () => {
  const files = readdirSync("app/tasks").filter(
    (file) =>
      file.endsWith(".ts") &&
      readFileSync(`app/tasks/${file}`, "utf8").includes("await runCommand("),
  );
  const tried = new Set(commands.map(({ file }) => path.basename(file)));
  expect([...tried].sort()).toEqual(files.sort());
});

test("every command tells how it is called, when asked and when it is called wrongly", async () => {
  const told = await runTasks(
    commands.flatMap(({ file, given }) => [
      [file, [...given, "--help"]],
      [file, [...given, "--nonsense"]],
    ]),
  );
  const wrongly = /^Unknown option '--nonsense'\.\n\nUsage: /;
  for (const [index, { name }] of commands.entries()) {
    const [asked, wrong] = told.slice(2 * index);
    expect(asked, name).toMatchObject({ code: 0, told: "" });
    expect(asked?.out).toContain(`npm run ${name}`);
    expect(wrong, name).toMatchObject({
      code: 1,
      told: expect.stringMatching(wrongly) as string,
    });
    expect(wrong?.told).not.toMatch(stack);
  }
});

const verify = "app/tasks/verify-audit.ts";

test("a setting, a database or a file that is not as it must be is told in words, and nothing is made", async () => {
  const folder = makeTestFolder();
  const noDatabase = path.join(folder, "notes.txt");
  writeFileSync(
    noDatabase,
    "Shopping: bread, milk and a good deal of patience. ".repeat(90),
  );
  const missing = path.join(folder, "nowhere", "heard.sqlite");
  const told = await runTasks([
    [verify, [], { HEARD_SECRET: "" }],
    [verify, [], { DATABASE_FILE: missing }],
    ["app/tasks/migrate.ts", [], { DATABASE_FILE: noDatabase }],
    ["app/tasks/add-call.ts", ["--slug", "a", path.join(folder, "none.json")]],
  ]);
  const said = [
    "HEARD_SECRET",
    `There is no database at ${missing}`,
    "cannot be opened (SQLITE_NOTADB)",
    "none.json cannot be read: there is no such file",
  ];
  for (const [index, words] of said.entries()) {
    expect(told[index]?.code).toBe(1);
    expect(told[index]?.told).toContain(words);
    expect(told[index]?.told).not.toMatch(stack);
  }
  expect(readdirSync(folder)).toEqual(["notes.txt"]);
});

test("a call is refused with what is wrong and on which page: one that nobody can ever be shown, one whose questions are not asked of everybody", async () => {
  const label = { en: "A question" };
  const choices = ["yes", "no"].map((value) => ({ value, label }));
  const asked = { label, type: "radios", choices };
  const both = ["yes", "no"].map((value) => ({
    ...{ question: "first", operator: "is", value },
  }));
  const form = (rule: object, meaning?: string) => ({
    ...callForAdvice,
    conditions: [{ id: "met", rule }],
    pages: [
      { id: "one", questions: [{ ...asked, id: "first" }] },
      {
        ...{ id: "two", showIf: "met" },
        questions: [{ ...asked, id: "second", meaning }],
      },
    ],
  });
  const folder = makeTestFolder();
  const forms = [form({ all: both }), form(both[0]!, "consent-to-share")];
  const told = await runTasks(
    forms.map((definition, index) => {
      const file = path.join(folder, `${index}.json`);
      writeFileSync(file, JSON.stringify(definition));
      return ["app/tasks/add-call.ts", ["--slug", "a", file]];
    }),
  );
  const said = [
    'Page "two" (condition "met") can never be shown: no answers to question "first" make its condition hold',
    'Question "second" asks what may be done with an answer, and its page is not for everybody (on page "two")',
  ];
  for (const [index, words] of said.entries())
    expect(told[index]).toMatchObject({
      code: 1,
      told: `${path.join(folder, `${index}.json`)} is not a definition:\n  ${words}\n`,
    });
});

test("a database with nothing in it is told what to run, to the worker's operator too", async () => {
  const file = path.join(makeTestFolder(), "empty.sqlite");
  writeFileSync(file, "");
  const { code, told } = await runTask(verify, [], { DATABASE_FILE: file });
  const worker = spawnSync(
    process.execPath,
    ["build/program/app/tasks/worker.js"],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        HEARD_SECRET: testSecret,
        DATABASE_URL: "",
        DATABASE_FILE: file,
      },
    },
  );
  expect([code, worker.status]).toEqual([1, 1]);
  for (const words of [told, worker.stderr])
    expect(words).toBe(
      "There is nothing of Heard's in the database yet. Run: npm run migrate\n",
    );
});

test("one that is older than the program is told apart", async () => {
  const { db } = openTestFile();
  await refuseOlder(db);
  await sql`delete from kysely_migration where name = (select max(name) from kysely_migration)`.execute(
    db,
  );
  await expect(refuseOlder(db)).rejects.toThrow(
    "The database is older than this program. Run: npm run migrate",
  );
});
