import { randomBytes } from "node:crypto";
import { z } from "zod";
import { formPlaceAddress } from "#app/addresses.ts";
import { findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { issueLateCode } from "#app/domain/drafts/late-codes.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import { parseOptions, runCommand, withDatabase } from "./command.ts";

const usage = "Usage: npm run call:late-code -- --call <part of the address>";
const optionsSchema = z.object({ call: z.string("--call is missing") });

await runCommand(
  { usage, options: { call: { type: "string" } } },
  async ({ values }) => {
    const slug = parseOptions(optionsSchema, values).call;
    const env = readEnvironment();
    await withDatabase(env.database, async (db) => {
      const call = await findCallBySlug(db, slug);
      if (!call) throw new OperatorError(`There is no call "${slug}".`);
      const { code } = await issueLateCode(db, {
        callId: call.id,
        secret: env.secret,
        actor: { kind: "system" },
        now: new Date(),
        randomBytes,
      });
      console.log(`${code}
One late response to "${call.slug}" may be sent with it. It is shown this once.
It is typed in at ${new URL(formPlaceAddress({ slug: call.slug, draft: undefined }, "late"), env.publicBaseUrl)}`);
      if (call.state !== "closed-late-accepted")
        console.log(
          `The call is "${call.state}": the code works once it is "closed-late-accepted" (npm run call:state).`,
        );
    });
  },
);
