import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { databaseTestsIn } from "./tests/setup/database-tests.ts";

const serverTests = ["tests/web/**/*.test.ts", "tests/proof/**/*.test.ts"];

export default defineConfig({
  test: {
    setupFiles: ["tests/setup/fail-on-console-error.ts"],
    // Vitest would leave a processor to whoever watches.
    maxWorkers: availableParallelism(),
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Of a thing that is waited for; a second is soon over on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/e2e/**", "tests/db/postgres-*", ...serverTests],
          globalSetup: ["tests/setup/migrated-database.ts"],
          // Files share what they import, because nothing of it keeps anything (docs/decisions/180).
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // The same rules on the other engine (docs/decisions/220).
          name: "rules-postgres",
          include: [
            "tests/db/postgres-*.test.ts",
            ...databaseTestsIn(["tests/domain", "tests/routes"]),
          ],
          globalSetup: [
            "tests/setup/migrated-database.ts",
            "tests/setup/migrated-postgres.ts",
          ],
          isolate: false,
          // A statement is a way to another process and back.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "servers",
          include: serverTests,
          globalSetup: ["tests/setup/production-build.ts"],
          // Building, starting a server and measuring its memory take their time on a small machine.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
