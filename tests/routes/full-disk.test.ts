import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ActionFunction } from "@remix-run/node";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import { openFolderStore } from "#app/domain/attachments/folder-store.server.ts";
import { findDiskProblem } from "#app/http/request/disk-health.server.ts";
import { giveBackUnsaved } from "#app/http/request/unsaved-form.server.ts";
import { action as answerPage } from "#app/routes/_public.respond.$call.$page/route.tsx";
import { loader as healthcheck } from "#app/routes/healthcheck.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { file, text, writeBody } from "#tests/fixtures/multipart.ts";
import { canMount, mountDisk } from "#tests/given/disks.ts";
import { copyMigratedFile } from "#tests/setup/migrated-database.ts";
import { stageFile } from "#tests/given/files.ts";
import { startReceiver } from "#tests/given/receiver.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { makeTestFolder, openTestDatabase } from "#tests/given/database.ts";

test.skipIf(!canMount)(
  "a full disk answers 507 with what was typed, keeps nothing half, and goes on when there is room (needs root, to mount one)",
  async () => {
    const folder = mountDisk(6);
    const databaseFile = path.join(folder, "heard.sqlite");
    copyMigratedFile(databaseFile);
    const db = openDatabase({ file: databaseFile });
    onTestFinished(() => db.destroy());
    const context = await makeTestContext(db);
    const call = await givenCall(db);
    const filler = path.join(folder, "filler");
    expect(() => writeFileSync(filler, Buffer.alloc(8_000_000))).toThrow(
      "ENOSPC",
    );
    const typed = "Everything that I know about it. ".repeat(1_000);
    const answer = () =>
      ask(giveBackUnsaved(answerPage) as ActionFunction, {
        context,
        path: `/respond/${call.slug}/what-first`,
        params: { call: call.slug, page: "what-first" },
        form: { "what-first": typed, intent: "continue" },
      });
    const refused = await answer();
    expect(refused.status).toBe(507);
    expect(JSON.stringify(refused.data)).toContain(typed);
    expect(await db.selectFrom("draft_answers").selectAll().execute()).toEqual(
      [],
    );
    rmSync(filler);
    expect((await answer()).status).toBe(303);
    const kept = await db.selectFrom("draft_answers").select("value").execute();
    expect(kept).toHaveLength(1);
  },
);

test.skipIf(!canMount)(
  "a disk that fills up while a file comes leaves no half of it, keeps the text and says that there is no room (needs root, to mount one)",
  async () => {
    const stagingFolder = mountDisk(1);
    const receiver = await startReceiver({
      stagingFolder,
      maxFileBytes: 5_000_000,
    });
    const { form } = await receiver.post(
      writeBody([
        file(100_000, "small.txt"),
        file(3_000_000, "large.txt"),
        text("what-first", "Typed"),
      ]),
    );
    expect(form?.fields.get("what-first")).toBe("Typed");
    expect(form?.stagedFiles).toMatchObject([{ originalName: "small.txt" }]);
    expect(form?.refusedParts).toMatchObject([
      { originalName: "large.txt", reason: "no-room" },
    ]);
    expect(await receiver.leftInStaging()).toEqual([]);
  },
);

test("a file whose name the disk did not make last is not left behind without a row", async () => {
  const folder = makeTestFolder();
  const store = await openFolderStore(folder, {
    syncFolder: () => Promise.reject(new Error("EIO")),
  });
  const staged = stageFile(store.stagingFolder, {
    name: "a.txt",
    bytes: Buffer.from("a"),
  });
  await expect(store.keep(staged)).rejects.toThrow("EIO");
  expect(readdirSync(folder)).toEqual(["staging"]);
  expect(readdirSync(store.stagingFolder)).toEqual([]);
});

test.skipIf(!canMount)(
  "the health check says that a disk is almost full (needs root, to mount one)",
  async () => {
    const folder = mountDisk(8);
    const { db } = openTestDatabase();
    const context = await makeTestContext(db);
    const databaseFile = path.join(folder, "heard.sqlite");
    const env = { ...context.env, database: { file: databaseFile } };
    const asked = { context: { ...context, env }, path: "/healthcheck" };
    const answer = await ask(healthcheck, asked);
    expect(answer.status).toBe(503);
  },
);

test("the health check says that a folder takes no file", async () => {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const uploadsFolder = path.join(makeTestFolder(), "not", "there");
  const env = { ...context.env, uploadsFolder };
  const ill = { ...context, env };
  const answer = await ask(healthcheck, { context: ill, path: "/healthcheck" });
  expect(answer.status).toBe(503);
  mkdirSync(uploadsFolder, { recursive: true });
  expect(await findDiskProblem(env)).toBeUndefined();
  const still = await ask(healthcheck, { context: ill, path: "/healthcheck" });
  expect(still.status).toBe(503);
  const at = new Date(Date.now() + 10_000);
  const later = { ...ill, now: () => at };
  const well = await ask(healthcheck, { context: later, path: "/healthcheck" });
  expect(well.status).toBe(200);
});
