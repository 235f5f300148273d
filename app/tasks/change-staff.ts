import { z } from "zod";
import {
  type AccountRefusal,
  findStaffId,
} from "#app/domain/accounts/account-state.server.ts";
import { disablePerson, enablePerson } from "#app/domain/team/access.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import { parseOptions, runCommand, withDatabase } from "./command.ts";

const isDisabling = process.argv[2] === "disable";
const usage = `Usage: npm run staff:${isDisabling ? "disable" : "enable"} -- --email ada@review.example`;

const optionsSchema = z.object({
  email: z.email("--email is not an email address"),
});

const refusals: Record<AccountRefusal, string> = {
  "not-found": "Nobody on the team has that email address.",
  "already-so": `The account is ${isDisabling ? "disabled" : "enabled"} already.`,
  "last-admin":
    "Nobody would be left who can bring people in. Make somebody else an admin first.",
  "own-account": "Nobody shuts their own account.",
};

await runCommand(
  { usage, options: { email: { type: "string" } }, allowPositionals: true },
  async ({ values }) => {
    const { email } = parseOptions(optionsSchema, values);
    const change = isDisabling ? disablePerson : enablePerson;
    const outcome = await withDatabase(
      readEnvironment().database,
      async (db) => {
        const staffId = (await findStaffId(db, email)) ?? "";
        const actor = { kind: "system" } as const;
        return change(db, { staffId, actor, now: new Date() });
      },
    );
    if (!outcome.ok) throw new OperatorError(refusals[outcome.reason]);
    const { name } = outcome;
    if (!outcome.handedBack)
      return console.log(
        `${name} can sign in again, with the password as it was.`,
      );
    const { claims, assigned } = outcome.handedBack;
    console.log(
      `${name} is signed out everywhere and cannot sign in any more. Responses that went back to the queue: ${claims}; that are assigned to nobody now: ${assigned}.`,
    );
  },
);
