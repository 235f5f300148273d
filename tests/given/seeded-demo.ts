import { firstSettings } from "#app/http/portal-settings.server.ts";
import { seedDemo } from "#app/tasks/demo/seed-demo.ts";
import { makeTestContext, testSecret } from "./context.ts";
import { openTestDatabase } from "./database.ts";

export const demoPassword = "a password for the demo";

/** The whole demo as `npm run seed` would leave it at a moment. */
export async function givenSeed(now: Date) {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, { now: () => now });
  const seeded = await seedDemo({
    ...context,
    secret: testSecret,
    clamdAddress: "",
    password: demoPassword,
    now,
    settings: firstSettings(context.env),
    tell: () => {},
  });
  return { db, context, ...seeded };
}
