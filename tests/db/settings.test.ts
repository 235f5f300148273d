import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { readEnvironment } from "#app/http/env.server.ts";
import { testSecret } from "#tests/given/context.ts";
import { makeTestFolder } from "#tests/given/database.ts";

const placeOf = (settings: Record<string, string>) =>
  readEnvironment({ NODE_ENV: "test", HEARD_SECRET: testSecret, ...settings })
    .database;

test("the database is the file, unless there is an address", () => {
  const DATABASE_FILE = "/data/heard.sqlite";
  expect(placeOf({ DATABASE_FILE })).toEqual({ file: DATABASE_FILE });
  expect(placeOf({ DATABASE_FILE, DATABASE_URL: "" })).toEqual({
    file: DATABASE_FILE,
  });
  const DATABASE_URL = "postgres://heard:a%40b@db.internal:5432/heard";
  expect(placeOf({ DATABASE_FILE, DATABASE_URL })).toEqual({
    url: DATABASE_URL,
  });
});

test.each([
  "mysql://heard:canary@db.internal/heard",
  "postgres://heard:canary@db.internal",
  "postgres://heard:canary@db.internal/",
  "postgres://heard:canary/tail@db.internal:port/heard",
  "canary",
  "data/canary.sqlite",
])("%s is no address of a PostgreSQL, and is not told again", (address) => {
  expect(() => placeOf({ DATABASE_URL: address })).toThrow(/DATABASE_URL: /);
  expect(() => placeOf({ DATABASE_URL: address })).not.toThrow(/canary/);
});

const settings = pathToFileURL(path.resolve("bin/steps/settings.mjs")).href;
const program = `import(${JSON.stringify(settings)})
  .then((step) => console.log(step.readSettings()))
  .catch((failure) => console.log(failure.message, failure.advice))`;

function runSettingsStep(folder: string, env: Record<string, string>) {
  writeFileSync(path.join(folder, ".env.example"), "HEARD_SECRET=\n");
  return spawnSync(process.execPath, ["-e", program], {
    cwd: folder,
    env: { NODE_ENV: "test", PATH: process.env.PATH, ...env },
    encoding: "utf8",
  }).stdout;
}

test("no secret is made for a database that other servers use", () => {
  const folder = makeTestFolder();
  const DATABASE_URL = "postgres://heard:canary@db.internal/heard";
  const refused = runSettingsStep(folder, { DATABASE_URL });
  expect(refused).toContain("HEARD_SECRET is not");
  expect(refused).not.toContain("canary");
  expect(readdirSync(folder)).toEqual([".env.example"]);
  const given = { DATABASE_URL, HEARD_SECRET: testSecret };
  expect(runSettingsStep(folder, given)).toBe("read\n");
  expect(runSettingsStep(folder, {})).toContain("a secret of its own");
});

test("an identity provider is set as a whole, and over a locked way", () => {
  const whole = {
    OIDC_ISSUER: "https://id.northside.example/tenant/",
    OIDC_CLIENT_ID: "heard",
    OIDC_CLIENT_SECRET: "canary",
    OIDC_NAME: "Northside Council",
  };
  const read = (settings: Record<string, string>) =>
    readEnvironment({
      ...{ NODE_ENV: "test", HEARD_SECRET: testSecret, ...settings },
    }).provider;
  expect(read({})).toBeUndefined();
  expect(read(whole)).toMatchObject({ issuer: whole.OIDC_ISSUER });
  for (const name of Object.keys(whole)) {
    const half = { ...whole, [name]: "" };
    expect(() => read(half)).toThrow(new RegExp(`${name}: is needed`));
    expect(() => read(half)).not.toThrow(/canary/);
  }
  const here = { ...whole, OIDC_ISSUER: "http://127.0.0.1:9000" };
  expect(read(here)).toMatchObject({ issuer: here.OIDC_ISSUER });
  const PUBLIC_BASE_URL = "https://heard.example";
  for (const OIDC_ISSUER of [
    ...["http://127.0.0.1:9000", "http://id.example", "https://id.example/?a"],
    ...["https://a:b@id.example", "ftp://id.example", "id.example"],
  ])
    expect(() => read({ ...whole, PUBLIC_BASE_URL, OIDC_ISSUER })).toThrow(
      /OIDC_ISSUER: (is|has to be) /,
    );
});
