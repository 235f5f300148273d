import { randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import { createStaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { type Env, readEnvironment } from "#app/http/env.server.ts";
import { firstSettings } from "#app/http/portal-settings.server.ts";
import { runCommand, withDatabase } from "./command.ts";
import { demoReviewName } from "./demo/demo-calls.ts";
import { demoStaff } from "./demo/demo-staff.ts";
import { consoleLog, openCheckedStore } from "./open-checked-store.server.ts";
import { seedDemo } from "./demo/seed-demo.ts";

const usage = "Usage: npm run seed";

await runCommand({ usage, options: {} }, async () => {
  const env = readEnvironment();
  await withDatabase(env.database, async (db) => {
    const calls = await selectAllCalls(db);
    if (calls.length === 0) await seed(db, env);
    else
      console.log(
        `The database has ${calls.length} calls already: nothing was seeded. Where an earlier seed was cut off, delete DATABASE_FILE and UPLOADS_FOLDER first.`,
      );
  });
});

async function seed(db: Db, env: Env) {
  const startedAt = performance.now();
  const password = randomBytes(12).toString("base64url");
  console.log(`Seeding ${demoReviewName}, an invented review`);
  const { responseCount, receipts } = await seedDemo({
    db,
    attachmentStore: await openCheckedStore(env, consoleLog),
    auth: createStaffAuth(db, env),
    secret: env.secret,
    clamdAddress: env.clamdAddress,
    password,
    now: new Date(),
    settings: firstSettings(env),
    tell: (line) => console.log(line),
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `3 calls and ${responseCount} responses in ${seconds} s. Demo sign-in, with the password shown this once: ${password}`,
  );
  for (const { email, role } of Object.values(demoStaff))
    console.log(`  ${role.padEnd(8)} ${email}`);
  console.log(
    "Receipts, to be shown at /receipt as whoever sent the response:",
  );
  for (const { reference, code, shows } of receipts)
    console.log(`  ${reference}  ${code}  ${shows}`);
}
