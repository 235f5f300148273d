import { defineConfig } from "vitest/config";

const serverTests = ["tests/web/**/*.test.ts", "tests/proof/**/*.test.ts"];

export default defineConfig({
  test: {
    setupFiles: ["tests/setup/fail-on-console-error.ts"],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/e2e/**", ...serverTests],
          globalSetup: ["tests/setup/migrated-database.ts"],
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
