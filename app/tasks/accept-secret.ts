import { acceptSecret } from "#app/domain/keeping/known-secret.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { runCommand, withDatabase } from "./command.ts";

const usage = `Usage: npm run secret:accept
  Takes the HEARD_SECRET of the settings in place of one that is lost. Receipt and late
  codes that people hold stop working, and everybody of the team is signed out. Signed receipts
  stay true; those that are made from then on are signed with a new key.`;

await runCommand({ usage, options: {} }, async () => {
  const { database, secret } = readEnvironment();
  const isAccepted = await withDatabase(database, (db) =>
    acceptSecret(db, { secret, now: new Date() }),
  );
  console.log(
    isAccepted
      ? "This HEARD_SECRET is the database's now. Set it on every server and start them again."
      : "This HEARD_SECRET is the one that the database knows. Nothing was changed.",
  );
});
