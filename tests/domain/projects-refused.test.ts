import { readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { describe, expect, test } from "vitest";
import { readProject } from "#app/domain/tagging/project/read-project.server.ts";
import { hasSharedData, sharedData } from "#tests/fixtures/shared-data.ts";
import { codeOf, guid, qdeOf, stretch, zipOf } from "#tests/given/projects.ts";

const codes = `<CodeBook><Codes>${codeOf(1, "A")}</Codes></CodeBook>`;
const whole = qdeOf(codes);

const refused: Record<string, [[string, Buffer | string][], string]> = {
  "no description": [[["notes.txt", "a"]], "no-project"],
  "a description in a folder": [[["a/project.qde", whole]], "no-project"],
  "two descriptions": [
    [
      ["project.qde", whole],
      ["other.QDE", whole],
    ],
    "two-projects",
  ],
  "an archive in the archive": [
    [
      ["project.qde", whole],
      ["sources/more.zip", "PK"],
    ],
    "unsafe-archive",
  ],
  "an entity": [
    [
      [
        "project.qde",
        `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${whole}`,
      ],
    ],
    "doctype",
  ],
  "UTF-16": [[["project.qde", Buffer.from(whole, "utf16le")]], "not-utf8"],
  "Latin-1 that says so": [
    [["project.qde", whole.replace("utf-8", "iso-8859-1")]],
    "not-utf8",
  ],
  "a value of more than 10 MB": [
    [
      [
        "project.qde",
        qdeOf(`<Description>${"a".repeat(10_100_000)}</Description>`),
      ],
    ],
    "too-big",
  ],
  "another root": [
    [["project.qde", '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>']],
    "not-project",
  ],
  "nothing in it": [[["project.qde", qdeOf("")]], "empty"],
  "a bomb": [
    [
      ["project.qde", whole],
      ["sources/a.txt", Buffer.alloc(30_000_000)],
    ],
    "too-big",
  ],
};

describe("a project is not read", () => {
  test.each(Object.entries(refused))("with %s", async (_, [parts, reason]) => {
    expect(await readProject(await zipOf(parts))).toMatchObject({
      ...{ ok: false, reason },
    });
  });

  test("where it is no archive at all", async () => {
    const read = await readProject(Buffer.from("<Project/>"));
    expect(read).toEqual({ ok: false, reason: "not-archive" });
  });
});

test("a large project is read while others are answered", async () => {
  const passages = stretch(0, 1, 1).repeat(6_000);
  const source = `<TextSource guid="${guid(2)}" name="A"><PlainTextContent>a b</PlainTextContent>${passages}</TextSource>`;
  const bytes = await zipOf([
    ["project.qde", qdeOf(`${codes}<Sources>${source}</Sources>`)],
  ]);
  await readProject(Buffer.from("the thread is warm"));
  const started = performance.eventLoopUtilization();
  const read = await readProject(bytes);
  const { utilization } = performance.eventLoopUtilization(started);
  expect(read.ok && read.project.sources[0]?.codings).toHaveLength(6_000);
  expect(utilization).toBeLessThan(0.6);
});

test.runIf(hasSharedData("refi-qda"))(
  "projects of other programs are read, and hostile ones are not",
  async () => {
    const folder = path.join(sharedData, "refi-qda");
    const of = async (name: string) =>
      readProject(readFileSync(path.join(folder, name)));
    expect(await of("hostile-xxe.qdpx")).toMatchObject({ ok: false });
    expect(await of("hostile-zipslip.qdpx")).toEqual({
      ...{ ok: false, reason: "unsafe-archive" },
    });
    const atlas = await of("target-atlas-project.qdpx");
    expect(atlas.ok && atlas.project.codes.length).toBeGreaterThan(0);
    for (const name of ["bad-dangling-code.qdpx", "bad-missing-source.qdpx"])
      expect(await of(name)).toMatchObject({ ok: true });
  },
);
