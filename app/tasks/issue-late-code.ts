import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { formPlaceAddress } from "#app/addresses.ts";
import { openDatabase } from "#app/db/connection.server.ts";
import { findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { issueLateCode } from "#app/domain/drafts/late-codes.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";

const { values } = parseArgs({ options: { call: { type: "string" } } });
const env = readEnvironment();
const db = openDatabase(env.database);
try {
  const call = values.call && (await findCallBySlug(db, values.call));
  if (!call) {
    console.error(
      values.call
        ? `There is no call "${values.call}".`
        : "Usage: npm run call:late-code -- --call <part of the address>",
    );
    process.exitCode = 1;
  } else {
    const { code } = await issueLateCode(db, {
      callId: call.id,
      secret: env.secret,
      actor: { kind: "system" },
      now: new Date(),
      randomBytes,
    });
    console.log(`${code}
One late response to "${call.slug}" may be sent with it. It is shown this once.
It is typed in at ${new URL(formPlaceAddress(call.slug, "late"), env.publicBaseUrl)}`);
    if (call.state !== "closed-late-accepted")
      console.log(
        `The call is "${call.state}": the code works once it is "closed-late-accepted" (npm run call:state).`,
      );
  }
} finally {
  await db.destroy();
}
