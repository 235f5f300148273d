import { z } from "zod";
import { readOtherPlace } from "#app/http/move-settings.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import { parseOptions, runCommand } from "./command.ts";
import { type DrillPlace, runDrill } from "./drill/drill.server.ts";

const usage = `Usage: npm run drill:restore -- [--seconds 5] [--rate 50]
  --seconds  how long a portal of its own is at work before its backup, and after
  --rate     how many writes it has in a second
  The portal and what is restored are in a temporary folder; for another engine they go where the
  settings say that have DRILL_FROM_ or DRILL_TO_ before their names, to empty ones, yours to delete:
    DRILL_FROM_DATABASE_URL, DRILL_FROM_FILES_BUCKET, _REGION, _ENDPOINT, _ACCESS_KEY, _SECRET_KEY
    DRILL_TO_DATABASE_URL, DRILL_TO_FILES_BUCKET and the rest of it`;

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
    from: readPlace("DRILL_FROM_"),
    to: readPlace("DRILL_TO_"),
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

function readPlace(prefix: "DRILL_FROM_" | "DRILL_TO_"): DrillPlace {
  const { database, files } = readOtherPlace(prefix, process.env, "");
  return { database, bucket: files?.bucket };
}
