import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openDatabaseReadOnly } from "#app/db/connection.server.ts";
import { AttachmentStoreError } from "#app/domain/attachments/stored-files.ts";
import { deleteDraft } from "#app/domain/drafts/delete-drafts.server.ts";
import { isSound } from "#app/domain/keeping/manifest.ts";
import { givenDraft, givenResponse } from "#app/tasks/demo/factories.ts";
import {
  backUp,
  givenPortal,
  type GivenPortal,
  listFileIds,
  restore,
} from "#tests/given/backups.ts";
import { makeTestFolder } from "#tests/given/database.ts";

/** What is beside the database, its own files aside. */
function besideDatabase({ databaseFile }: GivenPortal): string[] {
  return readdirSync(path.dirname(databaseFile)).filter(
    (name) => !name.startsWith("heard.sqlite") || name.includes("backup"),
  );
}

test("what is backed up and restored is the same, and nobody reads it on its way", async () => {
  const portal = await givenPortal();
  const { to, manifest } = await backUp(portal);
  expect(isSound(manifest)).toBe(true);
  expect(manifest.files.map(({ publicId }) => publicId)).toEqual(portal.ids);
  expect(manifest.facts.rows).toMatchObject({ responses: 1, attachments: 2 });
  const back = await restore(to);
  expect(back.manifest).toEqual(manifest);
  const db = openDatabaseReadOnly({ file: back.databaseFile });
  const responses = (of: typeof db) =>
    of.selectFrom("responses").selectAll().execute();
  expect(await responses(db)).toEqual(await responses(portal.db));
  expect(await listFileIds(db)).toEqual(portal.ids);
  await db.destroy();
  expect(readdirSync(back.uploadsFolder).sort()).toEqual(portal.ids.sort());
  for (const id of portal.ids)
    expect(readFileSync(path.join(back.uploadsFolder, id))).toEqual(
      readFileSync(path.join(portal.folder, id)),
    );
  const bytes = readFileSync(to).toString("latin1");
  expect(bytes).not.toContain("Whispering reeds");
  expect(bytes).not.toContain("SQLite format");
  for (const file of [to, back.databaseFile])
    expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(to))).toEqual(["a.tar.age"]);
  expect(besideDatabase(portal)).toEqual([]);
});

describe("while the portal goes on", () => {
  test("what is written after the copy is not in it, and neither is the file of it", async () => {
    const portal = await givenPortal();
    let begun: Promise<unknown> | undefined;
    const { to, manifest } = await backUp(portal, {
      tell: (step) => {
        if (step === "checks") begun ??= givenResponse(portal.db);
      },
    });
    await begun;
    expect(manifest.facts.rows.responses).toBe(1);
    expect((await restore(to)).manifest.facts.rows.responses).toBe(1);
  });

  test("the files of a draft that was deleted meanwhile are told, and nothing is wrong", async () => {
    const portal = await givenPortal();
    const [first, second] = portal.drafts;
    let isDeleted = false;
    const { to, manifest } = await backUp(portal, {
      store: {
        ...portal.store,
        open: async (file) => {
          if (!isDeleted)
            await deleteDraft(portal.db, portal.store, {
              ...second!,
              now: new Date(),
            });
          isDeleted = true;
          return portal.store.open(file);
        },
      },
    });
    expect(first).toBeDefined();
    expect(manifest.removed).toEqual([portal.ids[1]]);
    expect(manifest).toMatchObject({ lost: [] });
    expect(manifest.files.map(({ publicId }) => publicId)).toEqual([
      portal.ids[0],
    ]);
    expect((await restore(to)).manifest.removed).toEqual([portal.ids[1]]);
  });
});

test("a file that is lost or is another one is told, and the rest is backed up and restored", async () => {
  const portal = await givenPortal();
  const [gone, other] = portal.ids as [string, string];
  const { draft } = await givenDraft(portal.db);
  expect(draft.id).toBeGreaterThan(0);
  rmSync(path.join(portal.folder, gone));
  const length = statSync(path.join(portal.folder, other)).size;
  writeFileSync(path.join(portal.folder, other), "x".repeat(length));
  const { to, manifest } = await backUp(portal);
  expect(isSound(manifest)).toBe(false);
  expect(manifest).toMatchObject({
    files: [],
    removed: [],
    lost: [
      { publicId: gone, reason: "missing" },
      { publicId: other, reason: "damaged" },
    ],
  });
  expect((await restore(to)).manifest.lost).toEqual(manifest.lost);
});

test("a broken chain and a row that points at nothing are told, and it is backed up and restored as it is", async () => {
  const portal = await givenPortal();
  const script = `
    const db = new (require("better-sqlite3"))(process.argv[1]);
    db.pragma("foreign_keys = OFF");
    db.exec("drop trigger events_are_never_changed");
    db.exec("update events set details = '{}' || ' ' where id = 2");
    db.exec("update draft_answers set draft_id = 999 where draft_id = 1");`;
  const named = await portal.db
    .selectFrom("events")
    .select("id")
    .where("id", "=", 2)
    .execute();
  expect(named).toHaveLength(1);
  const done = spawnSync(
    process.execPath,
    ["-e", script, portal.databaseFile],
    { encoding: "utf8" },
  );
  expect(done.stderr).toBe("");
  const { to, manifest } = await backUp(portal);
  expect(isSound(manifest)).toBe(false);
  expect(manifest.facts.brokenEvents).toEqual([2]);
  expect(manifest.facts.faults.join()).toContain("foreign key: draft_answers");
  expect((await restore(to)).manifest.facts).toEqual(manifest.facts);
});

describe("a backup that is not made", () => {
  async function whatIsLeftOf(
    options: Parameters<typeof backUp>[1],
    portal: GivenPortal,
  ) {
    const to = options?.to ?? path.join(makeTestFolder(), "a.tar.age");
    const error = await backUp(portal, { to, ...options }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return {
      error,
      left: [...readdirSync(path.dirname(to)), ...besideDatabase(portal)],
    };
  }

  test("leaves nothing where the store does not answer", async () => {
    const portal = await givenPortal();
    const open = async () => {
      throw new AttachmentStoreError("unreachable", "EIO");
    };
    const { error, left } = await whatIsLeftOf(
      { store: { ...portal.store, open } },
      portal,
    );
    expect(error).toMatchObject({ reason: "unreachable" });
    expect(left).toEqual([]);
  });

  test.each(["database", "checks", "files"] as const)(
    "leaves nothing where it is stopped at the step of the %s",
    async (at) => {
      const portal = await givenPortal();
      const stop = new AbortController();
      const { error, left } = await whatIsLeftOf(
        {
          signal: stop.signal,
          tell: (step) => (step === at ? stop.abort() : undefined),
        },
        portal,
      );
      expect(error).toMatchObject({ name: "AbortError" });
      expect(left).toEqual([]);
    },
  );

  test("leaves nothing where the disk is full", async () => {
    const portal = await givenPortal();
    const to = path.join(makeTestFolder(), "a.tar.age");
    // Whatever is written to it, the disk is full.
    symlinkSync("/dev/full", `${to}.unfinished`);
    const { error, left } = await whatIsLeftOf({ to }, portal);
    expect(error).toMatchObject({ code: "ENOSPC" });
    expect(left).toEqual([]);
  });

  test("is none where another is being made; one that was killed is cleared away", async () => {
    const portal = await givenPortal();
    const folder = `${portal.databaseFile}.backup-at-work`;
    const ended = spawnSync(process.execPath, ["--version"]).pid;
    mkdirSync(folder);
    writeFileSync(path.join(folder, "process"), String(process.pid));
    const running = await backUp(portal).catch((error: unknown) => error);
    expect(running).toMatchObject({ problem: { reason: "running" } });
    expect(readdirSync(folder)).toEqual(["process"]);
    writeFileSync(path.join(folder, "process"), String(ended));
    writeFileSync(path.join(folder, "heard.sqlite"), "half a copy");
    expect(isSound((await backUp(portal)).manifest)).toBe(true);
    expect(besideDatabase(portal)).toEqual([]);
  });
});
