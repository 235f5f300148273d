import { z } from "zod";
import { callStates } from "#app/domain/calls/calls.ts";
import { createCall, findCallBySlug } from "#app/domain/calls/calls.server.ts";
import {
  type CallDefinition,
  checkDefinition,
} from "#app/domain/calls/definition.ts";
import {
  maxSlugCharacters,
  reservedSlugs,
  slugPattern,
} from "#app/domain/calls/new-calls.ts";
import { reachOfPages } from "#app/domain/calls/reachability.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import {
  parseOptions,
  readJsonFile,
  runCommand,
  UsageError,
  withDatabase,
} from "./command.ts";
import { describeDefinitionProblem } from "#app/screens/review/definition-words.ts";
import { describeReach } from "#app/screens/review/reach-words.ts";

const usage = `Usage: npm run call:add -- --slug <part of the address> [--state draft] <definition.json>
  --state is one of ${callStates.join(", ")}; closing-announced cannot be set here.`;

const optionsSchema = z.object({
  slug: z
    .string("--slug is missing")
    .regex(slugPattern, "--slug has small letters, digits and single dashes")
    .max(maxSlugCharacters, `--slug has at most ${maxSlugCharacters} letters`)
    .refine(
      (slug) => !reservedSlugs.includes(slug),
      `--slug cannot be ${reservedSlugs.join(" or ")}: the team's page stands there`,
    ),
  state: z
    .enum(callStates, `--state is one of ${callStates.join(", ")}`)
    .exclude(
      ["closing-announced"],
      "--state cannot be closing-announced: npm run call:state announces a closing time",
    ),
});

const options = {
  slug: { type: "string" },
  state: { type: "string", default: "draft" },
} as const;

await runCommand(
  { usage, options, allowPositionals: true },
  async ({ values, positionals }) => {
    const { slug, state } = parseOptions(optionsSchema, values);
    const [file] = positionals;
    if (!file) throw new UsageError("The definition's file is missing.");
    const definition = await readDefinition(file);
    await withDatabase(readEnvironment().database, async (db) => {
      if (await findCallBySlug(db, slug))
        throw new OperatorError(`There is a call "${slug}" already.`);
      const call = await createCall(db, {
        slug,
        state,
        opensAt: null,
        closesAt: null,
        definition,
        actor: { kind: "system" },
        now: new Date(),
      });
      console.log(`Added "${call.slug}" (${call.state}).`);
    });
  },
);

async function readDefinition(file: string): Promise<CallDefinition> {
  const checked = checkDefinition(await readJsonFile(file));
  const reach = checked.ok ? reachOfPages(checked.definition) : [];
  const { problems: unreachable, remarks } = describeReach(reach);
  for (const remark of remarks) console.log(`Note: ${remark}.`);
  if (checked.ok && unreachable.length === 0) return checked.definition;
  const misshapen = checked.ok ? [] : checked.problems;
  const problems = [
    ...misshapen.map(describeDefinitionProblem),
    ...unreachable,
  ].map((problem) => `  ${problem}`);
  throw new OperatorError(
    [`${file} is not a definition:`, ...problems].join("\n"),
  );
}
