import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runDrill } from "#app/tasks/drill/drill.server.ts";
import {
  backUp,
  emptyPlaces,
  givenPortal,
  listThere,
  refusalOf,
  restore,
} from "#tests/given/backups.ts";
import { givenBucketStore } from "#tests/given/bucket.ts";
import { canMount, mountDisk } from "#tests/given/disks.ts";

describe("the place", () => {
  test("what is there already is not touched", async () => {
    const { to } = await backUp(await givenPortal());
    for (const ending of ["", "-wal", ".restoring"]) {
      const places = emptyPlaces();
      mkdirSync(path.dirname(places.databaseFile));
      const there = `${places.databaseFile}${ending}`;
      writeFileSync(there, "somebody's");
      const { problem } = await refusalOf(to, places);
      expect(problem).toEqual({ reason: "in-the-way", path: there });
      expect(readFileSync(there, "utf8")).toBe("somebody's");
    }
    for (const there of ["somebody's.txt", "staging/half", ".restoring/half"]) {
      const places = emptyPlaces();
      const file = path.join(places.uploadsFolder, there);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, "somebody's");
      expect((await refusalOf(to, places)).problem).toMatchObject({
        reason: "in-the-way",
      });
      expect(readFileSync(file, "utf8")).toBe("somebody's");
    }
  });

  test("a link to a disk that is not there is in the way, and not written over", async () => {
    const { to } = await backUp(await givenPortal());
    for (const ending of ["", ".restoring"]) {
      const places = emptyPlaces();
      mkdirSync(path.dirname(places.databaseFile));
      const link = `${places.databaseFile}${ending}`;
      symlinkSync("/not/mounted/heard.sqlite", link);
      expect((await refusalOf(to, places)).problem).toEqual({
        reason: "in-the-way",
        path: link,
      });
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
    }
  });

  test("a folder of a portal that never ran is empty", async () => {
    const portal = await givenPortal();
    const { to } = await backUp(portal);
    const places = emptyPlaces();
    mkdirSync(path.join(places.uploadsFolder, "staging"), { recursive: true });
    writeFileSync(path.join(places.uploadsFolder, ".gitkeep"), "");
    await restore(to, places);
    expect(readdirSync(places.uploadsFolder).sort()).toEqual(
      [".gitkeep", "staging", ...portal.ids].sort(),
    );
    expect(readdirSync(path.dirname(places.databaseFile))).toEqual([
      "heard.sqlite",
    ]);
  });

  test("one that is stopped leaves nothing", async () => {
    const { to } = await backUp(await givenPortal());
    const places = emptyPlaces();
    const stop = new AbortController();
    const stopped = restore(to, {
      ...places,
      signal: stop.signal,
      tell: () => stop.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(readdirSync(places.uploadsFolder)).toEqual([]);
    expect(readdirSync(path.dirname(places.databaseFile))).toEqual([]);
  });
});

test("of two restores to the same place at once one has it, and the other is told", async () => {
  const { to } = await backUp(await givenPortal());
  for (const other of [{}, { uploadsFolder: emptyPlaces().uploadsFolder }]) {
    const places = emptyPlaces();
    const both = await Promise.allSettled([
      restore(to, places),
      restore(to, { ...places, ...other }),
    ]);
    const refused = both.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([
      { reason: { problem: { reason: "in-the-way" } } },
    ]);
    expect(listThere(path.dirname(places.databaseFile))).toEqual([
      "heard.sqlite",
    ]);
  }
});

test.skipIf(!canMount)(
  "a disk that is full in the middle is left as it was, and takes all of it when there is room",
  async () => {
    const { to } = await backUp(await givenPortal());
    const disk = mountDisk(2);
    const filler = path.join(disk, "filler");
    writeFileSync(filler, Buffer.alloc(1_700_000));
    const places = {
      databaseFile: path.join(disk, "data", "heard.sqlite"),
      uploadsFolder: path.join(disk, "uploads"),
    };
    await expect(restore(to, places)).rejects.toMatchObject({ code: "ENOSPC" });
    expect(listThere(places.uploadsFolder)).toEqual([]);
    expect(listThere(path.dirname(places.databaseFile))).toEqual([]);
    rmSync(filler);
    await restore(to, places);
    expect(listThere(places.uploadsFolder)).toHaveLength(2);
  },
);

test("a drill does not write into what somebody uses", async () => {
  const { db, databaseFile } = await givenPortal();
  const responses = db.selectFrom("responses").select("id");
  const { settings: bucket } = await givenBucketStore();
  const drill = { writesPerSecond: 1, secondsAround: 1, tell: () => undefined };
  for (const from of [{ database: { file: databaseFile } }, { bucket }])
    await expect(runDrill({ ...drill, from })).rejects.toThrow(
      /to drill with is not empty/,
    );
  expect(await responses.execute()).toHaveLength(1);
});
