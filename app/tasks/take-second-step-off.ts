import { randomBytes } from "node:crypto";
import { z } from "zod";
import { findStaffId } from "#app/domain/accounts/account-state.server.ts";
import { takeSecondStepOff } from "#app/domain/accounts/second-steps.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import { parseOptions, runCommand, withDatabase } from "./command.ts";

const usage =
  "Usage: npm run staff:second-step-off -- --email ada@review.example";

const optionsSchema = z.object({
  email: z.email("--email is not an email address"),
});

/** For the day on which the only admin has lost their app, or the secret is another one. */
await runCommand(
  { usage, options: { email: { type: "string" } } },
  async ({ values }) => {
    const { email } = parseOptions(optionsSchema, values);
    const env = readEnvironment();
    const isOff = await withDatabase(env.database, async (db) => {
      const staffId = (await findStaffId(db, email)) ?? "";
      return takeSecondStepOff(db, {
        ...{ staffId, actor: { kind: "system" }, write },
        ...{ canSend: env.mail !== undefined, secret: env.secret },
        ...{ now: new Date(), randomBytes },
      });
    });
    if (!isOff)
      throw new OperatorError(
        "Nobody on the team who has that email address has a second step.",
      );
    console.log(
      "The second step is off. They are signed out, told by mail, and set up another when they sign in.",
    );
  },
);

function write({ name }: { name: string }) {
  return {
    subject: "A change to your account",
    text: `Hello ${name},

whoever runs Heard has taken your second step off, and you are signed out. When you sign in with your password you set up another.

If you did not ask for this, tell them at once: somebody may have your password.
`,
  };
}
