import { z } from "zod";
import { callStates, callTransitions } from "#app/domain/calls/calls.ts";
import { formatTime } from "#app/words/public-en/times.ts";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import { findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import {
  parseOptions,
  runCommand,
  UsageError,
  withDatabase,
} from "./command.ts";

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

const options = {
  call: { type: "string" },
  to: { type: "string" },
  closes: { type: "string" },
} as const;

await runCommand({ usage, options }, async ({ values }) => {
  const { call: slug, to, closes } = parseOptions(optionsSchema, values);
  await withDatabase(readEnvironment().database, async (db) => {
    const call = await findCallBySlug(db, slug);
    if (!call) throw new OperatorError(`There is no call "${slug}".`);
    const closesAt = closes ?? call.closesAt;
    if (to === "closing-announced" && !closesAt)
      throw new UsageError("--closes is missing.");
    const changed = await changeCallState(db, {
      callId: call.id,
      to,
      closesAt,
      actor: { kind: "system" },
      now: new Date(),
    });
    if (!changed.ok)
      throw new OperatorError(
        changed.reason === "changed-meanwhile"
          ? `Somebody else changed "${slug}" at the same time. Nothing was done: run this again.`
          : `A call that is "${call.state}" can become ${callTransitions[call.state].join(" or ") || "nothing else"}.`,
      );
    console.log(
      `"${call.slug}" is now "${to}"${closesAt ? `, closing time ${formatTime(closesAt)}` : ""}.`,
    );
  });
});
