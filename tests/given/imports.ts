import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Db } from "#app/db/schema.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { importMapSchema } from "#app/domain/imports/import-map.ts";
import { checkImport } from "#app/domain/imports/check-import.server.ts";
import {
  type Importing,
  importResponses,
} from "#app/domain/imports/imports.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { makeTestFolder } from "#tests/given/database.ts";

export const now = new Date("2026-11-22T09:00:00Z");
export const base = {
  channel: "letter",
  receivedAt: { column: "Date", format: "dd/MM/yyyy" },
  sourceId: "No",
  answers: {
    "respondent-kind": { column: "Who", values: { P: "parent" } },
    "what-first": "Text",
    email: "Mail",
  },
};
export const heading = "No,Date,Who,Text,Mail";

export function writeCsv(content: string | Buffer): string {
  const file = path.join(makeTestFolder(), "rows.csv");
  writeFileSync(file, content);
  return file;
}

export type Given = {
  db: Db;
  call: Call;
  map?: object;
  content: string | Buffer;
};

export async function check({ db, call, map = base, content }: Given) {
  const request = {
    call,
    map: importMapSchema.parse(map),
    file: writeCsv(content),
    messages: wordsIn("en").questions,
    now,
  };
  return { request, outcome: await checkImport(db, request) };
}

export async function checkWell(given: Given) {
  const { request, outcome } = await check(given);
  if (!outcome.ok) throw new Error(outcome.reason);
  return { request, check: outcome.check };
}

export async function importAll(
  given: Given,
  skipRefused = false,
  overrides: Partial<Importing> = {},
) {
  const { request, check } = await checkWell(given);
  return importResponses(given.db, {
    ...request,
    check,
    skipRefused,
    actor: { kind: "system" },
    randomBytes,
    pause: async () => undefined,
    ...overrides,
  });
}

export const rows = (...lines: string[]) => [heading, ...lines].join("\n");
