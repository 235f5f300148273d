import {
  copyFileSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { listMigrations } from "#app/db/migrate.server.ts";
import { checkBackup } from "#app/domain/keeping/read-backup.server.ts";
import {
  backUp,
  changeJson,
  givenPortal,
  passphrase,
  refusalOf,
  repack,
  restore,
} from "#tests/given/backups.ts";
import { makeTestFolder } from "#tests/given/database.ts";

const nothing: string[] = [];
const refusedAs = (reason: string) => ({
  problem: expect.objectContaining({ reason }) as unknown,
  left: nothing,
});

function copyOf(file: string): string {
  const copy = path.join(makeTestFolder(), "copy.tar.age");
  copyFileSync(file, copy);
  return copy;
}

async function checkWith(file: string, migrations?: string[]) {
  const known = await listMigrations();
  return checkBackup(file, {
    opener: { passphrase },
    migrations: migrations ?? known,
    tell: () => undefined,
  });
}

describe("the bytes", () => {
  test("one cut off anywhere is refused, by a check as by a restore", async () => {
    const { to } = await backUp(await givenPortal());
    const size = readFileSync(to).byteLength;
    const block = 64 * 1024 + 16;
    for (const length of [
      60,
      100,
      200,
      5_000,
      block * 2,
      size - 16,
      size - 1,
    ]) {
      const cut = copyOf(to);
      truncateSync(cut, length);
      expect({ length, ...(await refusalOf(cut)) }).toEqual({
        length,
        ...refusedAs("changed"),
      });
      await expect(checkWith(cut)).rejects.toMatchObject({
        problem: { reason: "changed" },
      });
    }
  });

  test("one with a single other bit is refused, wherever it stands", async () => {
    const { to } = await backUp(await givenPortal());
    const bytes = readFileSync(to);
    for (const part of [0.2, 0.5, 0.999]) {
      const changed = copyOf(to);
      const at = Math.floor(bytes.byteLength * part);
      const other = Buffer.from(bytes);
      other[at] = other[at]! ^ 1;
      writeFileSync(changed, other);
      expect(await refusalOf(changed)).toEqual(refusedAs("changed"));
    }
  });

  test("what is no backup is called so", async () => {
    const file = path.join(makeTestFolder(), "notes.txt");
    writeFileSync(file, "Shopping: bread, milk and patience.");
    expect(await refusalOf(file)).toEqual(refusedAs("not-a-backup"));
    writeFileSync(file, "");
    expect(await refusalOf(file)).toEqual(refusedAs("not-a-backup"));
    expect(await refusalOf(path.dirname(file))).toEqual(
      refusedAs("not-a-backup"),
    );
    expect(await refusalOf(`${file}.nowhere`)).toEqual(
      refusedAs("no-such-file"),
    );
  });

  test("each byte is held against the manifest, and each file against its row", async () => {
    const portal = await givenPortal();
    const { to } = await backUp(portal);
    const name = `files/${portal.ids[1]}`;
    const forgetFile = (manifest: Record<string, unknown>) => {
      manifest.files = (manifest.files as unknown[]).slice(0, 1);
    };
    const changes: [string, Parameters<typeof repack>[1]][] = [
      ["changed", (all) => all.set(name, Buffer.from("Other words"))],
      ["changed", (all) => all.delete(name)],
      ["changed", (all) => all.delete("manifest.json")],
      ["changed", (all) => changeJson(all, "manifest.json", forgetFile)],
      [
        "other-facts",
        (all) => {
          all.delete(name);
          changeJson(all, "manifest.json", forgetFile);
        },
      ],
      [
        "other-facts",
        (all) =>
          changeJson(all, "manifest.json", ({ facts }) => {
            (facts as { lastHash: string }).lastHash = "0".repeat(64);
          }),
      ],
      ["not-a-backup", (all) => all.delete("about.json")],
      [
        "not-a-backup",
        (all) => all.set("about.json", Buffer.from("{ no JSON")),
      ],
      [
        "not-a-backup",
        (all) => all.set("about.json", Buffer.alloc(2_000_000, " ")),
      ],
      [
        "not-a-backup",
        (all) => all.set("manifest.json", Buffer.from("personal words")),
      ],
      [
        "changed",
        (all) => {
          const other = Buffer.from("one that nobody told of");
          const manifest = all.get("manifest.json")!;
          all.delete("manifest.json");
          all.set("files/00000000-0000-4000-8000-000000000000", other);
          all.set("manifest.json", manifest);
          changeJson(all, "manifest.json", (told) => {
            const files = told.files as unknown[];
            told.files = [...files, files[0]];
          });
        },
      ],
    ];
    for (const [reason, change] of changes)
      expect(await refusalOf(await repack(to, change))).toEqual(
        refusedAs(reason),
      );
    expect((await checkWith(to)).files).toHaveLength(2);
  });

  test("a name that leads out of the folder is not followed", async () => {
    const { to } = await backUp(await givenPortal());
    const led = await repack(to, (all) => {
      const manifest = all.get("manifest.json")!;
      all.delete("manifest.json");
      all.set("files/../../led-astray", Buffer.from("x"));
      all.set("manifest.json", manifest);
    });
    expect(await refusalOf(led)).toEqual(refusedAs("not-a-backup"));
  });
});

describe("another program", () => {
  test("one that does not know a migration of the backup's says which program made it", async () => {
    const { to } = await backUp(await givenPortal(), { program: "9.9.9" });
    const known = await listMigrations();
    const migrations = known.slice(0, -1);
    expect(await refusalOf(to, { migrations })).toEqual({
      problem: { reason: "newer", program: "9.9.9", migration: known.at(-1) },
      left: nothing,
    });
    await expect(checkWith(to, migrations)).rejects.toMatchObject({
      problem: { reason: "newer" },
    });
  });

  test("one that knows more restores it as it was", async () => {
    const { to } = await backUp(await givenPortal());
    const known = await listMigrations();
    const migrations = [...known, "99991231T0000_a_later_one"];
    const { manifest } = await restore(to, { migrations });
    expect(manifest.migrations).toEqual(known);
  });

  test("another layout is of a newer program", async () => {
    const { to } = await backUp(await givenPortal());
    const later = await repack(to, (all) =>
      changeJson(all, "about.json", (about) => (about.format = 2)),
    );
    expect(await refusalOf(later)).toEqual(refusedAs("newer-format"));
  });
});
