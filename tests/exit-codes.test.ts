import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("a run of tests that failed says so, with a PostgreSQL beside it", () => {
  const script = `
    import("./tests/setup/postgres-server.ts")
      .then(({ loadEmbeddedPostgres }) => loadEmbeddedPostgres())
      .then(() => { process.exitCode = 3; });
  `;
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--eval", script],
    { encoding: "utf8" },
  );
  expect({ status, stderr }).toEqual({ status: 3, stderr: "" });
});
