import { parseArgs } from "node:util";
import { openDatabase } from "#app/db/connection.server.ts";
import {
  disableStaffMember,
  enableStaffMember,
} from "#app/domain/accounts/account-state.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { email: { type: "string", default: "" } },
});
const isDisabling = positionals[0] === "disable";

if (values.email === "") {
  console.error(
    `Usage: npm run staff:${isDisabling ? "disable" : "enable"} -- --email ada@review.example`,
  );
  process.exit(1);
}

const db = openDatabase(readEnvironment().database);
const change = isDisabling ? disableStaffMember : enableStaffMember;
const outcome = await change(db, { email: values.email, now: new Date() });
await db.destroy();
if (outcome.ok)
  console.log(
    isDisabling
      ? `${outcome.name} is signed out everywhere and cannot sign in any more.`
      : `${outcome.name} can sign in again, with the password as it was.`,
  );
else {
  console.error(
    outcome.reason === "not-found"
      ? "Nobody on the team has that email address."
      : `The account is ${isDisabling ? "disabled" : "enabled"} already.`,
  );
  process.exitCode = 1;
}
