import { expect, test } from "vitest";
import {
  previewCodebook,
  takeInCodebook,
} from "#app/domain/tagging/codebook-in.server.ts";
import {
  writeCodebookCsv,
  writeCodebookQdc,
} from "#app/domain/tagging/codebook-out.server.ts";
import { readCodebook } from "#app/domain/tagging/read-codebook.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { setTagRetired } from "#app/domain/tagging/redefining.server.ts";
import { undoChange } from "#app/domain/tagging/undoing.server.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";

const now = new Date("2026-11-22T09:00:00Z");

async function givenEmpty() {
  const { db } = openTestDatabase();
  const actor = await givenColleague(db, { role: "lead" });
  const takeIn = async (text: string) => {
    const taking = { text, actor, now };
    const preview = await previewCodebook(db, taking);
    if (!preview.ok) return preview;
    const { seal } = preview.preview;
    return takeInCodebook(db, { ...taking, seal });
  };
  const plan = async (text: string) => {
    const preview = await previewCodebook(db, { text, actor, now });
    if (!preview.ok) throw new Error(preview.reason);
    return preview.preview.planned.map((one) => [
      one.entry.name,
      "problem" in one ? one.problem : one.what,
    ]);
  };
  return { db, actor, takeIn, plan };
}

async function givenCodebook() {
  const given = await givenEmpty();
  const { db, actor } = given;
  const define = async (name: string, more: object = {}) => {
    const words = { name, definition: "=About & <this> 🏠\n- one" };
    const made = await defineTag(db, { ...words, ...more, actor, now });
    if (!made.ok) throw new Error(made.reason);
    return made.tagId;
  };
  const kinship = await define('Kinship "care"', {
    ...{ includeNote: "Allowances.", excludeNote: "Fostering.\n\nSo." },
    tint: "#1d70b8",
  });
  const money = await define("Money", { parentId: kinship });
  await define("Money late", { parentId: money, definition: "Late." });
  await define("Another");
  const tagId = await define("Old");
  await setTagRetired(db, { tagId, isRetired: true, actor, now });
  return given;
}

test("out as .qdc, in on an empty portal and out again is the same, byte for byte", async () => {
  const { db } = await givenCodebook();
  const out = (await writeCodebookQdc(db)) ?? "";
  expect(out).toMatch(/<Description>[\s\S]*<Code /);
  const other = await givenEmpty();
  expect(await other.takeIn(out)).toMatchObject({ ok: true });
  expect(await writeCodebookQdc(other.db)).toBe(out);
  const again = await other.plan(out);
  expect(again.every(([, what]) => what === "same")).toBe(true);
});

test("out as CSV, in on an empty portal and out again is the same, formulas inert and retired tags too", async () => {
  const { db } = await givenCodebook();
  const out = await writeCodebookCsv(db);
  expect(out).toContain(`"'=About`);
  expect(out).toContain('"yes"');
  const other = await givenEmpty();
  expect(await other.takeIn(out)).toMatchObject({ ok: true });
  expect(await writeCodebookCsv(other.db)).toBe(out);
});

test("a codebook that was taken in is undone as a whole", async () => {
  const { db } = await givenCodebook();
  const out = (await writeCodebookQdc(db)) ?? "";
  const other = await givenEmpty();
  const taken = await other.takeIn(out);
  const changeId = (taken.ok && taken.changeId) || 0;
  const undoing = { changeId, actor: other.actor, now };
  expect(await undoChange(other.db, undoing)).toEqual({ ok: true, left: [] });
  expect(await writeCodebookQdc(other.db)).toBeUndefined();
});

test("twins, rings, orphans, depth and lengths are refused by their lines, and what stands on them", async () => {
  const { plan } = await givenEmpty();
  const rows = [
    "name,parent",
    "Ⅹ Care,",
    "x  CA\u200BRE,",
    "Ring one,Ring two",
    "Ring two,Ring one",
    "On ring,Ring one",
    "Orphan,Nobody",
    `${"n".repeat(81)},`,
    "\u200B,",
    ...Array.from(
      { length: 10 },
      (_, at) => `L${at},${at ? `L${at - 1}` : ""}`,
    ),
  ];
  expect(await plan(rows.join("\n"))).toEqual([
    ["Ⅹ Care", "new"],
    ["x CA\u200BRE", "twin"],
    ["Ring one", "cycle"],
    ["Ring two", "cycle"],
    ["On ring", "parent-refused"],
    ["Orphan", "parent-unknown"],
    ["n".repeat(81), "name-too-long"],
    ["", "name-missing"],
    ...Array.from({ length: 10 }, (_, at) => [
      `L${at}`,
      at < 8 ? "new" : "too-deep",
    ]),
  ]);
});

test.each([
  ["", "empty"],
  ["name\n", "empty"],
  ["title,parent\nA,", "no-name-column"],
  ['name\n"A', "unreadable"],
  ["x".repeat(1_000_001), "too-long"],
  [
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "doctype",
  ],
  ["<CodeBook/>", "not-codebook"],
  [
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>',
    "not-codebook",
  ],
  [`<a>${"<Code >".repeat(5_001)}`, "too-many"],
  ["<a>".repeat(100_000), "not-codebook"],
])("a file is refused: case %#", async (text, reason) => {
  expect(await readCodebook(text)).toMatchObject({ ok: false, reason });
});

test("a change of the codebook since the preview stops the whole of it", async () => {
  const { db, actor } = await givenEmpty();
  const text = "name\nA\nB\n";
  const preview = await previewCodebook(db, { text, actor, now });
  const seal = preview.ok ? preview.preview.seal : "";
  await defineTag(db, { name: "C", definition: "C.", actor, now });
  const taking = { text, actor, now, seal };
  expect(await takeInCodebook(db, taking)).toMatchObject({
    reason: "changed-meanwhile",
  });
  expect(await writeCodebookCsv(db)).not.toContain('"A"');
});

test("5,000 tags are taken in at once", async () => {
  const { db, takeIn } = await givenEmpty();
  const rows = Array.from(
    { length: 5_000 },
    (_, at) => `T${at},${at % 10 ? `T${at - (at % 10)}` : ""}`,
  );
  expect(await takeIn(["name,parent", ...rows].join("\n"))).toMatchObject({
    ok: true,
  });
  const { count } = await db
    .selectFrom("tags")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(5_000);
}, 60_000);
