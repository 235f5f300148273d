import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { openDatabase } from "#app/db/connection.server.ts";
import {
  minPasswordCharacters,
  staffRoles,
} from "#app/domain/accounts/accounts.ts";
import { addStaffMember } from "#app/domain/accounts/accounts.server.ts";
import { createStaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";

const usage = `Usage: npm run staff:add -- --name "Ada Okafor" --email ada@review.example --role reviewer
  --role is one of ${staffRoles.join(", ")}.
  The password is made and shown once, unless HEARD_STAFF_PASSWORD has one.`;

const memberSchema = z.object({
  name: z.string().trim().min(1, "--name is missing").max(120),
  email: z.email("--email is not an email address"),
  role: z.enum(staffRoles, `--role is one of ${staffRoles.join(", ")}`),
});

const { values } = parseArgs({
  options: {
    name: { type: "string", default: "" },
    email: { type: "string", default: "" },
    role: { type: "string", default: "" },
  },
});
const member = memberSchema.safeParse(values);
if (!member.success) {
  const lines = member.error.issues.map((issue) => `  ${issue.message}`);
  console.error(`${lines.join("\n")}\n\n${usage}`);
  process.exit(1);
}

const refusals = {
  "email-taken": "Somebody has that email address already.",
  "password-too-short": `HEARD_STAFF_PASSWORD needs at least ${minPasswordCharacters} characters.`,
  "password-common":
    "HEARD_STAFF_PASSWORD is one of those that are guessed first.",
};

const env = readEnvironment();
const given = process.env.HEARD_STAFF_PASSWORD;
const password = given ?? randomBytes(15).toString("base64url");
const db = openDatabase(env.database);
const outcome = await addStaffMember(db, createStaffAuth(db, env), {
  ...member.data,
  password,
  now: new Date(),
});
await db.destroy();
if (outcome.ok) {
  console.log(`${member.data.name} can sign in as ${member.data.email}.`);
  if (given === undefined)
    console.log(`Password, shown this once: ${password}`);
} else {
  console.error(refusals[outcome.reason]);
  process.exitCode = 1;
}
