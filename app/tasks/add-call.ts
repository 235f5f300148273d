import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { openDatabase } from "#app/db/connection.server.ts";
import { callStates } from "#app/domain/calls/calls.ts";
import { createCall, findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { checkDefinition } from "#app/domain/calls/definition.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { describeDefinitionProblem } from "./definition-words.ts";

const usage = `Usage: npm run call:add -- --slug <part of the address> [--state draft] <definition.json>
  --state is one of ${callStates.join(", ")}; closing-announced cannot be set here.`;

const optionsSchema = z.object({
  slug: z
    .string("--slug is missing")
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      "--slug has small letters, digits and single dashes",
    )
    .max(80),
  state: z.enum(callStates).exclude(["closing-announced"]),
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    slug: { type: "string" },
    state: { type: "string", default: "draft" },
  },
});

function stop(lines: string[]): never {
  console.error([...lines, "", usage].join("\n"));
  process.exit(1);
}

const options = optionsSchema.safeParse(values);
if (!options.success)
  stop(
    options.error.issues.map(
      ({ path, message }) => `  ${path.join(".")}: ${message}`,
    ),
  );
const [file] = positionals;
if (!file) stop(["The definition's file is missing."]);
const checked = checkDefinition(JSON.parse(await readFile(file, "utf8")));
if (!checked.ok)
  stop([
    `${file} is not a definition:`,
    ...checked.problems.map(
      (problem) => `  ${describeDefinitionProblem(problem)}`,
    ),
  ]);

const db = openDatabase(readEnvironment().database);
try {
  if (await findCallBySlug(db, options.data.slug))
    stop([`There is a call "${options.data.slug}" already.`]);
  const call = await createCall(db, {
    ...options.data,
    opensAt: null,
    closesAt: null,
    definition: checked.definition,
    actor: { kind: "system" },
    now: new Date(),
  });
  console.log(`Added "${call.slug}" (${call.state}).`);
} finally {
  await db.destroy();
}
