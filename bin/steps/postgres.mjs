import { lastLines, runCommand, StepFailure } from "./step.mjs";

/** Starts and stops the PostgreSQL that the rules are tried on, once. */
export async function tryPostgres() {
  if (process.env.HEARD_TEST_POSTGRES) return "HEARD_TEST_POSTGRES is used";
  const { code, output } = await runCommand(process.execPath, [
    "--import",
    "tsx",
    "tests/setup/try-postgres.ts",
  ]);
  if (code === 0) return "starts";
  throw new StepFailure(
    "PostgreSQL could not be started.",
    "It runs as a user of its own, who must be able to read node_modules. HEARD_TEST_POSTGRES can name another server.",
    lastLines(output, 10),
  );
}
