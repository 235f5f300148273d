import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { compiledProcess } from "#tests/setup/compiled-processes.ts";
import { base, rows, writeCsv } from "#tests/given/imports.ts";

const content = rows(
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((id) => `${id},03/07/2026,P,Text ${id}.,`),
);

const readState = async (db: Db) => ({
  keys: (
    await db
      .selectFrom("responses")
      .select("source_key")
      .orderBy("id")
      .execute()
  ).map((row) => Number(row.source_key)),
  imports: (await db.selectFrom("imports").select("state").execute()).map(
    (row) => row.state,
  ),
});

test("an import, and its undoing, killed at every step, are ended by the same command", async () => {
  const { db, place } = openTestDatabase();
  const call = await givenCall(db);
  const csv = writeCsv(content);
  const run = async (what: string, at = "", nth = 0) => {
    const child = spawn(
      process.execPath,
      [
        compiledProcess("killed-import"),
        ...[
          what,
          JSON.stringify(place),
          call.slug,
          JSON.stringify(base),
          csv,
          at,
          String(nth),
        ],
      ],
      { stdio: ["ignore", "inherit", "inherit"] },
    );
    const [code, signal] = (await once(child, "exit")) as [number, string];
    expect(await verifyChain(db)).toMatchObject({ ok: true });
    return signal ?? code;
  };

  expect(await run("import", "row", 2)).toBe("SIGKILL");
  expect(await readState(db)).toEqual({ keys: [], imports: ["arriving"] });
  expect(await run("import", "batch", 1)).toBe("SIGKILL");
  expect((await readState(db)).keys).toEqual([1, 2, 3]);
  expect(await run("import", "row", 2)).toBe("SIGKILL");
  expect((await readState(db)).keys).toEqual([1, 2, 3]);
  expect(await run("import", "batch", 2)).toBe("SIGKILL");
  const all = [1, 2, 3, 4, 5, 6, 7, 8];
  expect(await readState(db)).toEqual({ keys: all, imports: ["arriving"] });
  expect(await run("import")).toBe(0);
  expect(await readState(db)).toEqual({ keys: all, imports: ["done"] });
  expect(await run("undo", "batch", 1)).toBe("SIGKILL");
  const rest = { keys: [4, 5, 6, 7, 8], imports: ["undoing"] };
  expect(await readState(db)).toEqual(rest);
  expect(await run("undo")).toBe(0);
  expect(await readState(db)).toEqual({ keys: [], imports: ["undone"] });
}, 120_000);
