import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { openDatabase } from "#app/db/connection.server.ts";
import { callStates } from "#app/domain/calls/calls.ts";
import { createCall, findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { readEnvironment } from "#app/http/env.server.ts";

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

const describeIssues = (error: z.ZodError) =>
  error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);

const options = optionsSchema.safeParse(values);
if (!options.success) stop(describeIssues(options.error));
const [file] = positionals;
if (!file) stop(["The definition's file is missing."]);
const definition = callDefinitionSchema.safeParse(
  JSON.parse(await readFile(file, "utf8")),
);
if (!definition.success)
  stop([`${file} is not a definition:`, ...describeIssues(definition.error)]);

const db = openDatabase(readEnvironment().database);
try {
  if (await findCallBySlug(db, options.data.slug))
    stop([`There is a call "${options.data.slug}" already.`]);
  const call = await createCall(db, {
    ...options.data,
    opensAt: null,
    closesAt: null,
    definition: definition.data,
    actor: { kind: "system" },
    now: new Date(),
  });
  console.log(`Added "${call.slug}" (${call.state}).`);
} finally {
  await db.destroy();
}
