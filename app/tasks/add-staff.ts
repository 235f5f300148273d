import { randomBytes } from "node:crypto";
import { z } from "zod";
import {
  minPasswordCharacters,
  staffRoles,
} from "#app/domain/accounts/accounts.ts";
import { addStaffMember } from "#app/domain/accounts/accounts.server.ts";
import { createStaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import { parseOptions, runCommand, withDatabase } from "./command.ts";

const usage = `Usage: npm run staff:add -- --name "Ada Okafor" --email ada@review.example --role reviewer
  --role is one of ${staffRoles.join(", ")}.
  The password is made and shown once, unless HEARD_STAFF_PASSWORD has one.`;

const memberSchema = z.object({
  name: z
    .string("--name is missing")
    .trim()
    .min(1, "--name is missing")
    .max(120),
  email: z.email("--email is not an email address"),
  role: z.enum(staffRoles, `--role is one of ${staffRoles.join(", ")}`),
});

const refusals = {
  "email-taken": "Somebody has that email address already.",
  "password-too-short": `HEARD_STAFF_PASSWORD needs at least ${minPasswordCharacters} characters.`,
  "password-common":
    "HEARD_STAFF_PASSWORD is one of those that are guessed first.",
};

const options = {
  name: { type: "string" },
  email: { type: "string" },
  role: { type: "string" },
} as const;

await runCommand({ usage, options }, async ({ values }) => {
  const member = parseOptions(memberSchema, values);
  const env = readEnvironment();
  const given = process.env.HEARD_STAFF_PASSWORD;
  const password = given ?? randomBytes(15).toString("base64url");
  const outcome = await withDatabase(env.database, (db) =>
    addStaffMember(db, createStaffAuth(db, env), {
      ...member,
      password,
      now: new Date(),
    }),
  );
  if (!outcome.ok) throw new OperatorError(refusals[outcome.reason]);
  console.log(`${member.name} can sign in as ${member.email}.`);
  if (given === undefined)
    console.log(`Password, shown this once: ${password}`);
});
