import { expect, test } from "vitest";
import { undoImport } from "#app/domain/imports/undo-import.server.ts";
import { loader as workPage } from "#app/routes/review.work.tsx";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";

const begunAt = "2026-11-26T09:00:00.000Z";

test("whoever oversees the work is told of an import that was cut off, and of no other", async () => {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "lead");
  const states = ["done", "undone", "arriving", "undoing"] as const;
  const ids: number[] = [];
  for (const state of states) {
    const call = await givenCall(db, { slug: `call-${state}` });
    const { id } = await db
      .insertInto("imports")
      .values({
        call_id: call.id,
        file_sha256: state.padEnd(64, "0"),
        row_count: 3,
        imported_at: begunAt,
        state,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    ids.push(id);
  }
  const told = async () => {
    const asked = { context, path: "/review/work", cookie };
    return (await ask(workPage, asked)).data?.notices as string[];
  };
  const [arriving, undoing] = await told();
  expect(arriving).toMatch(/^Import 3 into “call-arriving”.*--undo 3/);
  expect(undoing).toMatch(/^Import 4 into “call-undoing”.*--undo 4/);
  expect(await told()).toHaveLength(2);
  for (const importId of ids.slice(2))
    await undoImport(db, {
      importId,
      evenIfWorkedOn: false,
      actor: { kind: "system" },
      now: new Date(),
    });
  expect(await told()).toEqual([]);
});
