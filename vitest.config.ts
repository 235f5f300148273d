import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { findDatabaseTests } from "./tests/setup/database-tests.ts";

const builtTests = ["commands", "proof", "web"].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    setupFiles: ["tests/setup/fail-on-console-error.ts"],
    // Vitest would leave a processor to whoever watches.
    maxWorkers: availableParallelism(),
    // They end what hangs. A machine that others use stands still for half a minute, and that is no fault of ours.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Of a thing that is waited for; a second is soon over on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/e2e/**", "tests/db/postgres-*", ...builtTests],
          globalSetup: [
            "tests/setup/compiled-processes.ts",
            "tests/setup/migrated-database.ts",
          ],
          // Files share what they import, because nothing of it keeps anything (docs/decisions/180).
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // The same rules on the other engine (docs/decisions/220).
          name: "rules-postgres",
          include: ["tests/db/postgres-*.test.ts", ...findDatabaseTests()],
          globalSetup: [
            "tests/setup/compiled-processes.ts",
            "tests/setup/migrated-database.ts",
            "tests/setup/migrated-postgres.ts",
          ],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "servers",
          include: builtTests,
          globalSetup: [
            "tests/setup/compiled-processes.ts",
            "tests/setup/migrated-database.ts",
            "tests/setup/production-build.ts",
          ],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
