import {
  existsSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { givenPortal, passphrase } from "#tests/given/backups.ts";
import { type Command, runTask, runTasks } from "#tests/given/commands.ts";
import { makeTestFolder } from "#tests/given/database.ts";

const backup = "app/tasks/backup.ts";
const restore = "app/tasks/restore.ts";
const stack = /\n\s+at |Node\.js v/;

test("a portal is backed up, the archive checked, and restored, by three commands", async () => {
  const { databaseFile, folder, ids } = await givenPortal();
  const to = makeTestFolder();
  const settings = {
    DATABASE_FILE: databaseFile,
    UPLOADS_FOLDER: folder,
    HEARD_BACKUP_PASSPHRASE: passphrase,
  };
  const killed = path.join(to, "heard-20261120T030000Z.tar.age.unfinished");
  writeFileSync(killed, "of a process that was killed");
  utimesSync(killed, 1_000, 1_000);
  const kept = [
    "heard-20261125T030000Z.tar.age.unfinished",
    "somebodys.unfinished",
  ];
  for (const name of kept) writeFileSync(path.join(to, name), "on its way");
  utimesSync(path.join(to, "somebodys.unfinished"), 1_000, 1_000);
  const made = await runTask(backup, ["--to", to], settings);
  expect(made).toMatchObject({ code: 0, told: "" });
  expect(made.out).toMatch(/1 responses, 2 drafts, \d+ events/);
  expect(made.out).toContain("was left by a backup that was killed: removed.");
  const [name = "", ...others] = readdirSync(to).filter(
    (found) => !kept.includes(found),
  );
  expect(others).toEqual([]);
  expect(readdirSync(to)).toEqual(expect.arrayContaining(kept));
  expect(name).toMatch(/^heard-\d{8}T\d{6}Z\.tar\.age$/);
  const archive = path.join(to, name);
  const key = path.join(makeTestFolder(), "passphrase");
  writeFileSync(key, `${passphrase}\n`);
  const places = makeTestFolder();
  const elsewhere = {
    DATABASE_FILE: path.join(places, "data", "heard.sqlite"),
    UPLOADS_FOLDER: path.join(places, "uploads"),
    HEARD_SECRET: "another secret of at least 32 characters",
    HEARD_BACKUP_PASSPHRASE: "",
  };
  const withFile = ["--passphrase-file", key];
  const [checked, restored, again, verified] = await runTasks([
    [backup, ["--verify", archive, ...withFile], elsewhere],
    [restore, ["--from", archive, ...withFile], elsewhere],
    [restore, ["--from", archive, ...withFile], elsewhere],
    ["app/tasks/verify-audit.ts", [], elsewhere],
  ]);
  expect(checked).toMatchObject({ code: 0, told: "" });
  expect(checked?.out).toContain("2 files");
  expect(restored).toMatchObject({ code: 0, told: "" });
  expect(restored?.out).toContain("HEARD_SECRET is another");
  expect(restored?.out).not.toContain("npm run migrate");
  expect(readdirSync(elsewhere.UPLOADS_FOLDER).sort()).toEqual(ids.sort());
  expect(again?.code).toBe(1);
  expect(again?.told).toContain("There is something already");
  expect(verified?.out).toContain(
    /Last hash of the chain: (\w+)/.exec(made.out)?.[1],
  );
}, 240_000);

test("what cannot be done is told in words, and nothing is left", async () => {
  const { databaseFile, folder } = await givenPortal();
  const to = makeTestFolder();
  const full = path.join(to, "full.tar.age");
  symlinkSync("/dev/full", `${full}.unfinished`);
  writeFileSync(path.join(to, "there.tar.age"), "somebody's");
  const settings = {
    DATABASE_FILE: databaseFile,
    UPLOADS_FOLDER: folder,
    HEARD_BACKUP_PASSPHRASE: passphrase,
  };
  const bucket = {
    FILES_BUCKET: "heard-files",
    FILES_ENDPOINT: "http://127.0.0.1:1",
    FILES_REGION: "eu-west-2",
    FILES_ACCESS_KEY: "k",
    FILES_SECRET_KEY: "s",
  };
  const postgres = { DATABASE_URL: "postgres://a:b@127.0.0.1:1/heard" };
  const asked: [string, string[], Record<string, string>][] = [
    ["always encrypted", ["--to", to], { HEARD_BACKUP_PASSPHRASE: "" }],
    ["at least 16", ["--to", to], { HEARD_BACKUP_PASSPHRASE: "short" }],
    ["PostgreSQL cannot be reached", ["--to", to], postgres],
    ["The bucket does not answer", ["--to", to], bucket],
    ["is there already", ["--to", path.join(to, "there.tar.age")], {}],
    ["The disk is full (ENOSPC)", ["--to", full], {}],
    ["no backup of Heard's", ["--verify", path.join(to, "there.tar.age")], {}],
  ];
  const from = ["--from", path.join(to, "there.tar.age")];
  const [nowhere, ...all] = await runTasks([
    [restore, from, { ...settings, ...postgres }],
    ...asked.map(([, given, other]): Command => [
      backup,
      given,
      { ...settings, ...other },
    ]),
  ]);
  for (const [index, { code, told }] of all.entries()) {
    expect(code).toBe(1);
    expect(told).toContain(asked[index]![0]);
    expect(told).not.toMatch(stack);
  }
  expect(readdirSync(to)).toEqual(["there.tar.age"]);
  expect(nowhere?.told).toContain("PostgreSQL cannot be reached");
  expect(existsSync(`${databaseFile}.restoring`)).toBe(false);
}, 240_000);
