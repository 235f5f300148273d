import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  isCode,
  listProjectFiles,
  readImports,
} from "#tests/setup/import-lines.ts";
import { areaOf } from "#tests/setup/area-of.ts";
import { areas, brokenRules, rules } from "#tests/setup/import-rules.ts";

const files = listProjectFiles();

describe("the project's imports", () => {
  const lines = files.filter(isCode).flatMap((file) => readImports(file));

  test.each(rules)("$rule", ({ isBroken }) => {
    const broken = lines
      .filter(isBroken)
      .map((line) => `${line.from} -> ${line.to}`);
    expect(broken).toEqual([]);
  });

  test("every area has its place in the order", () => {
    const found = new Set(
      files.map(areaOf).filter((area) => area !== undefined),
    );
    expect([...found].filter((area) => !areas.includes(area))).toEqual([]);
  });

  test("no folder or file is a drawer", () => {
    const drawers = files.filter((file) =>
      /(^|\/)(utils?|lib|helpers?|common|misc|shared)(\/|\.)/.test(file),
    );
    expect(drawers).toEqual([]);
  });

  test("SQL of one engine only stands in app/db", () => {
    const ofOneEngine =
      /json_each|json_extract|\browid\b|insert or (replace|ignore)|\bpragma\b|\bfts5\b|\bglob\b '|\bfor (no key )?update\b|\.forUpdate\(|skip locked|skipLocked\(\)|\btsvector\b|\bpg_\w+\(|\bilike\b/i;
    const found = files
      .filter((file) => /^app\/.*\.ts$/.test(file))
      .filter((file) => !file.startsWith("app/db/"))
      .filter((file) => ofOneEngine.test(readFileSync(file, "utf8")));
    expect(found).toEqual([]);
  });
});

describe("an import that turns an arrow round is refused", () => {
  const refused: [from: string, line: string, rule: string][] = [
    [
      "app/domain/calls/calls.server.ts",
      `import { requireStaff } from "#app/http/request/guards.server.ts"`,
      "an import goes down the one arrow",
    ],
    [
      "app/domain/calls/calls.ts",
      `import type { Words } from "#app/words/words.ts"`,
      "an import goes down the one arrow",
    ],
    [
      "app/db/schema.ts",
      `import type { Call } from "#app/domain/calls/calls.server.ts"`,
      "an import goes down the one arrow",
    ],
    [
      "app/ui/button.tsx",
      `import { wordsIn } from "#app/words/words.ts"`,
      "an import goes down the one arrow",
    ],
    [
      "app/ui/tag.tsx",
      `import type { Tag } from "#app/domain/tagging/tagging.ts"`,
      "an import goes down the one arrow",
    ],
    [
      "app/enhance/send-form.ts",
      `import { wordsIn } from "#app/words/words.ts"`,
      "an import goes down the one arrow",
    ],
    [
      "app/enhance/send-form.ts",
      `import { useState } from "react"`,
      "the public side's script imports only itself",
    ],
    [
      "app/words/public-en/words.ts",
      `import { z } from "zod"`,
      "ui and words import only themselves, React and its like",
    ],
    [
      "app/http/request/guards.server.ts",
      `import { loader } from "#app/routes/review.tsx"`,
      "an import goes down the one arrow",
    ],
    [
      "app/routes/healthcheck.ts",
      `import { main } from "#app/tasks/worker.ts"`,
      "an import goes down the one arrow",
    ],
    [
      "app/domain/responses/x.server.ts",
      `export { y } from "../triage/triage.server.ts"`,
      "an area imports only from earlier ones",
    ],
    [
      "app/domain/jobs/jobs.server.ts",
      `const m = await import("../calls/calls.ts")`,
      "an area imports only from earlier ones",
    ],
    [
      "app/domain/calls/calls.ts",
      `type X = import("../triage/triage.ts").X`,
      "an area imports only from earlier ones",
    ],
    [
      "app/domain/triage/triage.server.ts",
      `import { q } from "../responses/intake.queries.server.ts"`,
      "an area's queries are its own",
    ],
    [
      "app/domain/triage/triage.server.ts",
      `import { responsesVisibleTo } from "../responses/visible-responses.queries.server.ts"`,
      "an area's queries are its own",
    ],
    [
      "app/domain/files/inspect-file.server.ts",
      `import type { Db } from "#app/db/schema.ts"`,
      "the area of files knows bytes and names, and neither rows nor jobs",
    ],
    [
      "app/domain/files/inspect/inspect-pdf.server.ts",
      `import { enqueueJob } from "../../jobs/jobs.server.ts"`,
      "the area of files knows bytes and names, and neither rows nor jobs",
    ],
    [
      "app/domain/attachments/attachments.server.ts",
      `import { inspectPdf } from "../files/inspect/inspect-pdf.server.ts"`,
      "the rooms of files are its own; its doors stand before them",
    ],
    [
      "app/routes/review.queue.tsx",
      `import { openDatabase } from "#app/db/connection.server.ts"`,
      "routes and the request's code take the database from their context, not from app/db",
    ],
    [
      "app/tasks/worker.ts",
      `import { requireStaff } from "#app/http/request/guards.server.ts"`,
      "tasks take only settings from app/http",
    ],
    [
      "app/http/request/guards.server.ts",
      `import { networkKey } from "../gate/network-key.server.ts"`,
      "what a route asks of its request knows nothing of the gate",
    ],
    [
      "app/domain/triage/triage.ts",
      `import { useState } from "react"`,
      "the domain knows no screen and no server",
    ],
    [
      "app/domain/triage/triage.server.ts",
      `import { redirect } from "@remix-run/node"`,
      "the domain knows no screen and no server",
    ],
    [
      "app/domain/triage/triage.server.ts",
      `import { sql } from "kysely"`,
      "only queries and app/db speak to Kysely",
    ],
    [
      "app/domain/triage/triage.server.ts",
      `import Database from "better-sqlite3"`,
      "only app/db opens SQLite or PostgreSQL",
    ],
    [
      "app/domain/triage/triage.queries.server.ts",
      `import pg from "pg"`,
      "only app/db opens SQLite or PostgreSQL",
    ],
    [
      "app/domain/triage/triage.ts",
      `import { x } from "./triage.server.ts"`,
      "what a browser may load imports nothing of the server's",
    ],
    [
      "app/domain/triage/triage.ts",
      `import { createHash } from "node:crypto"`,
      "what a browser may load imports nothing of the server's",
    ],
    [
      "migrations/20270101T0900_add_x.ts",
      `import type { Db } from "#app/db/schema.ts"`,
      "a migration imports Kysely and ddl.ts, and nothing else",
    ],
    [
      "app/root.tsx",
      `import { makeTestContext } from "#tests/given/context.ts"`,
      "an import goes down the one arrow",
    ],
  ];

  test.each(refused)("%s: %s", (from, text, rule) => {
    expect(readImports(from, text).flatMap(brokenRules)).toContain(rule);
  });

  const taken: [from: string, line: string][] = [
    [
      "app/routes/review.queue.tsx",
      `import type { Db } from "#app/db/schema.ts"`,
    ],
    [
      "app/routes/review.queue.tsx",
      `import { type A, type B } from "#app/domain/triage/triage.server.ts"`,
    ],
    [
      "app/domain/triage/triage.server.ts",
      `import { recordEvent } from "../audit/audit.server.ts"`,
    ],
    [
      "app/domain/calls/calls.ts",
      `import type { Row } from "#app/db/schema.ts"`,
    ],
    [
      "app/domain/calls/calls.server.ts",
      `import { rows } from "./calls.queries.server.ts"`,
    ],
    [
      "app/tasks/worker.ts",
      `import { readEnvironment } from "#app/http/env.server.ts"`,
    ],
    [
      "app/domain/triage/queue.queries.server.ts",
      `import { responsesVisibleTo } from "../responses/visible-responses.queries.server.ts"`,
    ],
    ["app/ui/link.tsx", `import { Link } from "@remix-run/react"`],
  ];

  test.each(taken)("but %s: %s is not", (from, text) => {
    expect(readImports(from, text).flatMap(brokenRules)).toEqual([]);
  });
});
