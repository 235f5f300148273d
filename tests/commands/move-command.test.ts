import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { givenPortal } from "#tests/given/backups.ts";
import { startBucket } from "#tests/given/bucket.ts";
import { type Command, runTasks } from "#tests/given/commands.ts";
import { makeTestFolder } from "#tests/given/database.ts";

const move = "app/tasks/move.ts";
const bucketAs = (prefix: string) => ({
  [`${prefix}_BUCKET`]: "heard-files",
  [`${prefix}_REGION`]: "eu-west-2",
  [`${prefix}_ENDPOINT`]: "http://127.0.0.1:1",
  [`${prefix}_ACCESS_KEY`]: "heard",
  [`${prefix}_SECRET_KEY`]: "s3cret",
});
const stack = /\n\s+at |Node\.js v/;

test("a move is made, told and taken back in words, and nobody works on what it left", async () => {
  const { databaseFile, folder } = await givenPortal();
  const elsewhere = makeTestFolder();
  const from = { DATABASE_FILE: databaseFile, UPLOADS_FOLDER: folder };
  const to = {
    MOVE_TO_DATABASE_FILE: path.join(elsewhere, "heard.sqlite"),
    MOVE_TO_UPLOADS_FOLDER: path.join(elsewhere, "uploads"),
  };
  const there = {
    DATABASE_FILE: to.MOVE_TO_DATABASE_FILE,
    UPLOADS_FOLDER: to.MOVE_TO_UPLOADS_FOLDER,
  };
  const link = path.join(elsewhere, "link");
  symlinkSync(folder, link);
  const { bucket, settings } = await startBucket();
  bucket.troubles.push({
    ...{ to: "PUT", key: "attachments/", times: 99 },
    ...{ does: "answer", status: 403, code: "AccessDenied" },
  });
  const refusing = {
    MOVE_TO_UPLOADS_FOLDER: "",
    MOVE_TO_FILES_BUCKET: settings.bucket,
    MOVE_TO_FILES_ENDPOINT: settings.endpoint.href,
    MOVE_TO_FILES_REGION: settings.region,
    MOVE_TO_FILES_ACCESS_KEY: settings.accessKey,
    MOVE_TO_FILES_SECRET_KEY: settings.secretKey,
  };
  const url = "postgres://somebody:s3cret@127.0.0.1:1/heard";
  const disable = ["disable", "--email", "nobody@review.example"];
  const asked: [number, RegExp, Command][] = [
    [1, /^Where to is not said/, [move, [], from]],
    [
      1,
      /MOVE_TO_FILES_REGION: is needed/,
      [move, [], { ...from, MOVE_TO_FILES_BUCKET: "heard-files" }],
    ],
    [
      1,
      /MOVE_TO_DATABASE_URL: PostgreSQL cannot be reached/,
      [move, [], { ...from, MOVE_TO_DATABASE_URL: url }],
    ],
    [
      1,
      /MOVE_TO_UPLOADS_FOLDER is where the files are/,
      [move, [], { ...from, MOVE_TO_UPLOADS_FOLDER: folder }],
    ],
    [
      1,
      /MOVE_TO_UPLOADS_FOLDER is where the files are/,
      [move, [], { ...from, MOVE_TO_UPLOADS_FOLDER: link }],
    ],
    [
      1,
      /does not let Heard do what it has to \(AccessDenied\)[^]*takes no writing meanwhile[^]*goes on where this stopped/,
      [move, [], { ...from, ...to, ...refusing }],
    ],
    [
      1,
      /MOVE_TO_FILES_BUCKET is where the files are/,
      [
        move,
        [],
        { ...from, ...bucketAs("FILES"), ...bucketAs("MOVE_TO_FILES") },
      ],
    ],
    [
      0,
      /responses: 1\n[^]*each has the same at both ends[^]*\n2 files [^]*Set DATABASE_FILE and UPLOADS_FOLDER/,
      [move, [], { ...from, ...to }],
    ],
    [0, /chain of \d+ events holds/, ["app/tasks/verify-audit.ts", [], there]],
    [1, /was moved elsewhere on/, ["app/tasks/change-staff.ts", disable, from]],
    [
      1,
      /moved already, on \d{4}-\d\d-\d\d[^]*Nothing was changed/,
      [move, [], { ...from, ...to }],
    ],
    [0, /may be written to again/, [move, ["--take-back"], from]],
    [1, /was not moved away/, [move, ["--take-back"], from]],
  ];
  const told = await runTasks(asked.map(([, , command]) => command));
  for (const [index, [code, words]] of asked.entries()) {
    const said = `${told[index]?.told}${told[index]?.out}`;
    expect(said).toMatch(words);
    expect(told[index]?.code).toBe(code);
    expect(said).not.toMatch(stack);
    expect(said).not.toContain("s3cret");
  }
});
