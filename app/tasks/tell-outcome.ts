import { readFile } from "node:fs/promises";
import { z } from "zod";
import { findCallBySlug, tellOutcome } from "#app/domain/calls/calls.server.ts";
import { maxOutcomeCharacters } from "#app/domain/calls/outcome-form.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import {
  parseOptions,
  runCommand,
  UsageError,
  withDatabase,
} from "./command.ts";

const usage = `Usage: npm run call:outcome -- --call <part of the address> <what-we-heard.txt>
       npm run call:outcome -- --call <part of the address> --take-back
  The file is plain text: blank lines part paragraphs, lines that start with "- " are a list.`;

const optionsSchema = z.object({
  call: z.string("--call is missing"),
  "take-back": z.boolean(),
});

const options = {
  call: { type: "string" },
  "take-back": { type: "boolean", default: false },
} as const;

await runCommand(
  { usage, options, allowPositionals: true },
  async ({ values, positionals: [file] }) => {
    const { call: slug, "take-back": isTakenBack } = parseOptions(
      optionsSchema,
      values,
    );
    if (isTakenBack === (file !== undefined))
      throw new UsageError("Give a file, or --take-back.");
    const outcome = file === undefined ? null : { en: await readOutcome(file) };
    await withDatabase(readEnvironment().database, async (db) => {
      const call = await findCallBySlug(db, slug);
      if (!call) throw new OperatorError(`There is no call "${slug}".`);
      const isTold = await tellOutcome(db, {
        callId: call.id,
        outcome,
        actor: { kind: "system" },
        now: new Date(),
      });
      if (!isTold)
        throw new OperatorError(
          `Somebody else changed "${slug}" at the same time. Nothing was done: run this again.`,
        );
      console.log(
        outcome
          ? `What came of "${slug}" stands on its page.`
          : `Nothing is told of what came of "${slug}".`,
      );
    });
  },
);

async function readOutcome(file: string): Promise<string> {
  const text = (await readFile(file, "utf8")).trim();
  if (text === "") throw new OperatorError(`${file} is empty.`);
  if (text.length > maxOutcomeCharacters)
    throw new OperatorError(
      `${file} has ${text.length} characters. There is room for ${maxOutcomeCharacters}: publish the rest elsewhere and name the address.`,
    );
  return text;
}
