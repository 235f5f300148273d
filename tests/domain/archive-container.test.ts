import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import {
  packTar,
  unpackTar,
  type Packed,
} from "#app/domain/keeping/tar.server.ts";
import { makeTestFolder } from "#tests/given/database.ts";
import { readAll } from "#tests/given/stores.ts";

const now = new Date("2026-11-26T03:00:00Z");

function packed(name: string, bytes: Buffer, byteSize = bytes.byteLength) {
  return {
    name,
    byteSize,
    bytes: Readable.from(bytes.byteLength ? [bytes] : []),
  };
}

const pack = (...entries: Packed[]) => packTar(Readable.from(entries), now);

/** Cut into pieces that end anywhere. */
async function* inPieces(bytes: Buffer, pieceBytes: number) {
  for (let at = 0; at < bytes.byteLength; at += pieceBytes)
    yield bytes.subarray(at, at + pieceBytes);
}

async function describe(name: string, bytes: AsyncIterable<Buffer>) {
  const all = await readAll(bytes);
  const hash = createHash("sha256").update(all).digest("hex");
  return `${name} ${all.byteLength} ${hash}`;
}

const sizes = [0, 1, 511, 512, 513, 70_000];

test("what is packed is unpacked, in whatever pieces it comes", async () => {
  const given = sizes.map((size) => Buffer.alloc(size, `${size}.`));
  const tar = await readAll(
    Readable.from(pack(...given.map((one, at) => packed(`files/${at}`, one)))),
  );
  for (const pieceBytes of [1_000, 512, 65_536, tar.byteLength]) {
    const found: string[] = [];
    for await (const one of unpackTar(inPieces(tar, pieceBytes)))
      found.push(await describe(one.name, Readable.from(one.bytes)));
    expect(found).toEqual(
      await Promise.all(
        given.map((one, at) => describe(`files/${at}`, Readable.from([one]))),
      ),
    );
  }
});

const hasTar = spawnSync("tar", ["--version"]).status === 0;

test.skipIf(!hasTar)(
  "everybody's tar lists and reads it (needs tar)",
  async () => {
    const file = path.join(makeTestFolder(), "a.tar");
    const entries = [
      packed("about.json", Buffer.from("{}")),
      packed("files/a", Buffer.from("Some words\n")),
    ];
    writeFileSync(file, await readAll(Readable.from(pack(...entries))));
    const list = spawnSync("tar", ["-tf", file], { encoding: "utf8" });
    const one = spawnSync("tar", ["-xOf", file, "files/a"], {
      encoding: "utf8",
    });
    expect(list).toMatchObject({
      stdout: "about.json\nfiles/a\n",
      stderr: "",
    });
    expect(one.stdout).toBe("Some words\n");
  },
);

test("an entry may be longer than eleven octal digits can say", async () => {
  const byteSize = 12_345_678_901;
  const header = await pack(
    packed("heard.sqlite", Buffer.of(1), byteSize),
  ).next();
  const read = await unpackTar(
    Readable.from([header.value as Buffer, Buffer.of(1)]),
  ).next();
  expect(read.value).toMatchObject({ name: "heard.sqlite", byteSize });
});

test("an entry that has other bytes than it says ends the packing", async () => {
  for (const byteSize of [3, 5]) {
    const tar = pack(packed("files/a", Buffer.from("four"), byteSize));
    await expect(readAll(Readable.from(tar))).rejects.toThrow("changed while");
  }
});

test("one that ends after any of its blocks is refused, though all that it has is right", async () => {
  const names = ["about.json", "heard.sqlite", "files/a", "manifest.json"];
  const entries = names.map((name, at) => packed(name, Buffer.alloc(at * 700)));
  const tar = await readAll(Readable.from(pack(...entries)));
  const read = async (length: number) => {
    const found: string[] = [];
    for await (const one of unpackTar(inPieces(tar.subarray(0, length), 512))) {
      await readAll(Readable.from(one.bytes));
      found.push(one.name);
    }
    return found;
  };
  expect(await read(tar.length)).toEqual(names);
  expect(tar.length % 512).toBe(0);
  for (let length = 0; length < tar.length; length += 512)
    await expect(read(length), `${length}`).rejects.toMatchObject({
      problem: { reason: "changed" },
    });
});
