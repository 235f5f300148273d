import { describe, expect, test } from "vitest";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { selectTagChanges } from "#app/domain/tagging/codebook-changes.server.ts";
import {
  type Merge,
  mergeTags,
  previewMerge,
} from "#app/domain/tagging/merging.server.ts";
import { redefineTag } from "#app/domain/tagging/redefining.server.ts";
import { findTag } from "#app/domain/tagging/tags.server.ts";
import { undoChange } from "#app/domain/tagging/undoing.server.ts";
import { later, now } from "#tests/given/coded.ts";
import { givenTwoAlike } from "#tests/given/two-alike.ts";

describe("merging", () => {
  test("is told beforehand, and joins the same words and the same response with both memos", async () => {
    const { db, merge, seal, kept, twin, tagged, part, to, from } =
      await givenTwoAlike();
    expect(await previewMerge(db, merge)).toMatchObject({
      preview: {
        counts: { passages: 3, wholes: 2, joined: 2 },
        overlaps: 1,
        parts: ["Schools"],
      },
    });
    const merged = await mergeTags(db, { ...merge, seal: await seal() });
    expect(merged).toMatchObject({ ok: true });
    const { passages, wholes, tags } = await tagged();
    const ofMoves = passages.filter(({ name }) => name === "Moves");
    expect(ofMoves.map(({ quote }) => quote).sort()).toEqual([
      "We were",
      "again and",
      "moved again",
    ]);
    expect(ofMoves.find(({ public_id }) => public_id === kept)?.memo).toBe(
      "Twice.\n\nThree times?",
    );
    expect(passages.some(({ public_id }) => public_id === twin)).toBe(false);
    expect(wholes.map(({ name }) => name)).toEqual(["Moves", "Moves"]);
    expect(tags.map(({ name }) => name)).not.toContain("Upheaval");
    expect((await findTag(db, part))?.parentId).toBe(to);
    for (const tagId of [from, to])
      expect((await selectTagChanges(db, tagId))[0]?.kind).toBe("merged");
    expect(await verifyChain(db)).toMatchObject({ ok: true });
  });

  test("undone within ten minutes, everything stands as before", async () => {
    const { db, merge, seal, tagged, lead } = await givenTwoAlike();
    const before = await tagged();
    const merged = await mergeTags(db, { ...merge, seal: await seal() });
    if (!merged.ok) throw new Error(merged.reason);
    expect(await tagged()).not.toEqual(before);
    const undoing = { changeId: merged.changeId, actor: lead, now: later(9) };
    expect(await undoChange(db, undoing)).toEqual({ ok: true, left: [] });
    expect(await tagged()).toEqual(before);
    expect(await undoChange(db, undoing)).toEqual({
      ok: false,
      reason: "undone-already",
    });
  });

  test("undone, what was changed since stays and is named", async () => {
    const { db, merge, seal, tagged, lead, kept, to } = await givenTwoAlike();
    const merged = await mergeTags(db, { ...merge, seal: await seal() });
    if (!merged.ok) throw new Error(merged.reason);
    await db.deleteFrom("passages").where("public_id", "=", kept).execute();
    const undoing = { changeId: merged.changeId, actor: lead, now: later(9) };
    expect(await undoChange(db, undoing)).toEqual({
      ok: true,
      left: [
        { tagId: to, what: "passages", reason: "changed-since", count: 1 },
      ],
    });
    const { passages } = await tagged();
    expect(passages.map(({ quote, name }) => [quote, name]).sort()).toEqual([
      ["We were", "Upheaval"],
      ["again and", "Upheaval"],
      ["moved again", "Other"],
    ]);
  });

  test.each([
    ["a passage more", "passage"],
    ["another name", "name"],
  ])(
    "after %s since the preview does nothing and tells what it would come to",
    async (_, what) => {
      const { db, merge, seal, tagged, code, one, to, lead } =
        await givenTwoAlike();
      const seen = await seal();
      if (what === "passage") await code(one, merge.fromTagId, "We were moved");
      else
        await redefineTag(db, {
          ...{ tagId: to, rowVersion: 1, name: "Moving", definition: "M." },
          ...{ actor: lead, now },
        });
      const before = await tagged();
      expect(await mergeTags(db, { ...merge, seal: seen })).toMatchObject({
        ok: false,
        reason: "changed-meanwhile",
        preview: { counts: { wholes: 2 } },
      });
      expect(await tagged()).toEqual(before);
    },
  );

  test("twice at once is done once, and the second is told", async () => {
    const { db, merge, seal, other } = await givenTwoAlike();
    const first = { ...merge, seal: await seal() };
    const elsewhere = { ...merge, toTagId: other };
    const preview = await previewMerge(db, elsewhere);
    const second = {
      ...elsewhere,
      seal: preview.ok ? preview.preview.seal : "",
    };
    const outcomes = await Promise.all([
      mergeTags(db, first),
      mergeTags(db, second),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      reason: "not-in-use",
    });
  });

  test("of a tag into its own part puts the part where the tag stood", async () => {
    const { db, merge, part, from, other, lead } = await givenTwoAlike();
    await redefineTag(db, {
      ...{ tagId: from, rowVersion: 1, name: "Upheaval", definition: "U." },
      ...{ parentId: other, actor: lead, now },
    });
    const into = { ...merge, toTagId: part };
    const preview = await previewMerge(db, into);
    if (!preview.ok) throw new Error(preview.reason);
    const { seal } = preview.preview;
    expect(await mergeTags(db, { ...into, seal })).toMatchObject({ ok: true });
    expect((await findTag(db, part))?.parentId).toBe(other);
  });

  test("is for those who lead, and of two tags in use", async () => {
    const { db, merge, amina, from } = await givenTwoAlike();
    const tried = async (change: Partial<Merge>) =>
      previewMerge(db, { ...merge, ...change });
    expect(await tried({ actor: amina })).toMatchObject({
      reason: "not-allowed",
    });
    expect(await tried({ toTagId: from })).toMatchObject({
      reason: "same-tag",
    });
    expect(await tried({ toTagId: 4711 })).toMatchObject({
      reason: "not-found",
    });
  });
});
