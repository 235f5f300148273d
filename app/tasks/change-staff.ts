import { z } from "zod";
import {
  disableStaffMember,
  enableStaffMember,
} from "#app/domain/accounts/account-state.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import { parseOptions, runCommand, withDatabase } from "./command.ts";

const isDisabling = process.argv[2] === "disable";
const usage = `Usage: npm run staff:${isDisabling ? "disable" : "enable"} -- --email ada@review.example`;

const optionsSchema = z.object({
  email: z.email("--email is not an email address"),
});

await runCommand(
  { usage, options: { email: { type: "string" } }, allowPositionals: true },
  async ({ values }) => {
    const { email } = parseOptions(optionsSchema, values);
    const change = isDisabling ? disableStaffMember : enableStaffMember;
    const outcome = await withDatabase(readEnvironment().database, (db) =>
      change(db, { email, now: new Date() }),
    );
    if (!outcome.ok)
      throw new OperatorError(
        outcome.reason === "not-found"
          ? "Nobody on the team has that email address."
          : `The account is ${isDisabling ? "disabled" : "enabled"} already.`,
      );
    console.log(
      isDisabling
        ? `${outcome.name} is signed out everywhere and cannot sign in any more.`
        : `${outcome.name} can sign in again, with the password as it was.`,
    );
  },
);
