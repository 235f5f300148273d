import { parseArgs } from "node:util";
import { z } from "zod";
import { openDatabase } from "#app/db/connection.server.ts";
import { callStates, callTransitions } from "#app/domain/calls/calls.ts";
import { formatTime } from "#app/words/public-en/times.ts";
import {
  changeCallState,
  findCallBySlug,
} from "#app/domain/calls/calls.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";

const usage = `Usage: npm run call:state -- --call <part of the address> --to <state> [--closes 2027-01-31T17:00:00Z]
  --to is one of ${callStates.join(", ")}
  --closes is a time with its offset; closing-announced needs one. Left out, the time stays as it is.`;

const optionsSchema = z.object({
  call: z.string("--call is missing"),
  to: z.enum(callStates, `--to is one of ${callStates.join(", ")}`),
  closes: z.iso
    .datetime({
      offset: true,
      error: "--closes is a time like 2027-01-31T17:00:00Z",
    })
    .transform((time) => new Date(time).toISOString())
    .optional(),
});

const { values } = parseArgs({
  options: {
    call: { type: "string" },
    to: { type: "string" },
    closes: { type: "string" },
  },
});

function stop(lines: string[]): never {
  console.error([...lines, "", usage].join("\n"));
  process.exit(1);
}

const options = optionsSchema.safeParse(values);
if (!options.success) stop(options.error.issues.map((issue) => issue.message));
const { to, closes } = options.data;
const db = openDatabase(readEnvironment().database);
try {
  const call = await findCallBySlug(db, options.data.call);
  if (!call) stop([`There is no call "${options.data.call}".`]);
  const closesAt = closes ?? call.closesAt;
  if (to === "closing-announced" && !closesAt) stop(["--closes is missing."]);
  const changed = await changeCallState(db, {
    callId: call.id,
    to,
    closesAt,
    actor: { kind: "system" },
    now: new Date(),
  });
  if (!changed.ok)
    stop([
      `A call that is "${call.state}" can become ${callTransitions[call.state].join(" or ") || "nothing else"}.`,
    ]);
  console.log(
    `"${call.slug}" is now "${to}"${closesAt ? `, closing time ${formatTime(closesAt)}` : ""}.`,
  );
} finally {
  await db.destroy();
}
