import { z } from "zod";
import { OperatorError } from "#app/operator-error.ts";
import { parseOptions, runCommand } from "./command.ts";
import { runDrill } from "./drill/drill.server.ts";

const usage = `Usage: npm run drill:restore -- [--seconds 5] [--rate 50]
  --seconds  how long a portal of its own is at work before its backup, and after
  --rate     how many writes it has in a second`;

const options = {
  seconds: { type: "string", default: "5" },
  rate: { type: "string", default: "50" },
} as const;

const number = (name: string, most: number) => {
  const message = `--${name} is a number from 1 to ${most}.`;
  return z.coerce
    .number(message)
    .int(message)
    .min(1, message)
    .max(most, message);
};
const schema = z.object({
  seconds: number("seconds", 3600),
  rate: number("rate", 500),
});

await runCommand({ usage, options }, async ({ values }) => {
  const { seconds, rate } = parseOptions(schema, values);
  const result = await runDrill({
    writesPerSecond: rate,
    secondsAround: seconds,
    tell: (line) => console.log(line),
  });
  const { faults, manifest, writesBefore, writesMeanwhile } = result;
  const { facts, files, removed } = manifest;
  console.log(
    `${writesBefore} writes before the backup, ${writesMeanwhile} while it was made (${result.writesPerSecond.toFixed(1)} in a second).`,
  );
  console.log(
    `${facts.rows.responses ?? 0} responses, ${facts.eventCount} events, ${files.length} files came back; ${removed.length} were deleted meanwhile.`,
  );
  if (faults.length > 0)
    throw new OperatorError(
      ["What came back is not what was there:", ...faults].join("\n  "),
    );
  console.log("Everything acknowledged before the backup began came back.");
});
