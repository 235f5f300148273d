import { describe, expect, test } from "vitest";
import {
  previewRecoding,
  recodeChosen,
} from "#app/domain/tagging/recoding.server.ts";
import { redefineTag } from "#app/domain/tagging/redefining.server.ts";
import { markLookedAtAgain } from "#app/domain/tagging/rechecking.server.ts";
import { mergeTags } from "#app/domain/tagging/merging.server.ts";
import { findTag } from "#app/domain/tagging/tags.server.ts";
import { undoChange } from "#app/domain/tagging/undoing.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { later, now } from "#tests/given/coded.ts";
import { givenTwoAlike } from "#tests/given/two-alike.ts";

describe("splitting and tagging anew", () => {
  test("takes what was chosen to a new tag, and undone leaves none behind", async () => {
    const { db, from, two, tagged, lead, twin } = await givenTwoAlike();
    const before = await tagged();
    const recoding = {
      ...{ fromTagId: from, actor: lead, now },
      items: [twin, `response-${two.responseId}`, "gone"],
      to: { newTag: { name: "Worry", definition: "W." } },
    };
    const preview = await previewRecoding(db, recoding);
    expect(preview).toMatchObject({
      preview: { counts: { passages: 1, wholes: 1, joined: 0 }, gone: 1 },
    });
    const seal = preview.ok ? preview.preview.seal : "";
    const split = await recodeChosen(db, { ...recoding, seal });
    if (!split.ok) throw new Error(split.reason);
    const { passages, wholes } = await tagged();
    expect(passages.find(({ public_id }) => public_id === twin)?.name).toBe(
      "Worry",
    );
    expect(wholes.filter(({ name }) => name === "Worry")).toHaveLength(1);
    const undoing = { changeId: split.changeId, actor: lead, now: later(600) };
    expect(await undoChange(db, undoing)).toEqual({ ok: true, left: [] });
    expect(await tagged()).toEqual(before);
  });

  test("undone keeps a new tag that a colleague has used since", async () => {
    const { db, from, one, lead, twin, code } = await givenTwoAlike();
    const recoding = {
      ...{ fromTagId: from, actor: lead, now, items: [twin] },
      to: { newTag: { name: "Worry", definition: "W." } },
    };
    const preview = await previewRecoding(db, recoding);
    const seal = preview.ok ? preview.preview.seal : "";
    const split = await recodeChosen(db, { ...recoding, seal });
    if (!split.ok) throw new Error(split.reason);
    await code(one, split.toTagId, "We were");
    const undoing = { changeId: split.changeId, actor: lead, now };
    expect(await undoChange(db, undoing)).toEqual({
      ok: true,
      left: [{ tagId: split.toTagId, what: "isRetired", reason: "in-use" }],
    });
  });
});

describe("of a response that was frozen since it was chosen", () => {
  const freeze = async () => {
    const given = await givenTwoAlike();
    const { db, lead, two } = given;
    const { responseId } = two;
    const flag = { responseId, reason: "", actor: lead, now };
    await raiseSafeguardingFlag(db, flag);
    return { ...given, items: [given.twin, `response-${responseId}`] };
  };

  test("nothing is tagged anew or looked at again, and the preview tells that it is gone", async () => {
    const { db, from, to, lead, items, tagged, two } = await freeze();
    const recoding = {
      ...{ fromTagId: from, actor: lead, now, items },
      to: { tagId: to },
    };
    const preview = await previewRecoding(db, recoding);
    expect(preview).toMatchObject({
      preview: { counts: { passages: 1, wholes: 0 }, gone: 1 },
    });
    const seal = preview.ok ? preview.preview.seal : "";
    await recodeChosen(db, { ...recoding, seal });
    const { wholes } = await tagged();
    expect(
      wholes.filter(({ response_id }) => response_id === two.responseId),
    ).toMatchObject([{ name: "Upheaval" }]);
    const again = { tagId: from, items: items.slice(1), actor: lead, now };
    expect(await markLookedAtAgain(db, again)).toBe(0);
  });

  test("a merge takes its tags along, or the tag could never be done with, and undone they are back", async () => {
    const { db, merge, seal, tagged, lead } = await freeze();
    const before = await tagged();
    const merged = await mergeTags(db, { ...merge, seal: await seal() });
    if (!merged.ok) throw new Error(merged.reason);
    const { passages, wholes } = await tagged();
    const names = [...passages, ...wholes].map(({ name }) => name);
    expect(names).not.toContain("Upheaval");
    const { changeId } = merged;
    await undoChange(db, { changeId, actor: lead, now });
    expect(await tagged()).toEqual(before);
  });
});

describe("undoing", () => {
  test("is whoever did it's for ten minutes, then only a lead's", async () => {
    const { db, amina, lead, to } = await givenTwoAlike();
    const changed = await redefineTag(db, {
      ...{
        tagId: to,
        rowVersion: 1,
        name: "Moving",
        definition: "About Moves.",
      },
      ...{ actor: amina, now },
    });
    const changeId = (changed.ok && changed.changeId) || 0;
    const asked = { changeId, now: later(11) };
    expect(await undoChange(db, { ...asked, actor: amina })).toMatchObject({
      reason: "not-allowed",
    });
    expect(await undoChange(db, { ...asked, actor: lead })).toMatchObject({
      ok: true,
    });
    expect((await findTag(db, to))?.name).toBe("Moves");
  });

  test("of a name leaves alone what was defined since", async () => {
    const { db, amina, to } = await givenTwoAlike();
    const change = { tagId: to, actor: amina, now };
    const first = await redefineTag(db, {
      ...change,
      ...{ rowVersion: 1, name: "Moving", definition: "First." },
    });
    await redefineTag(db, {
      ...change,
      ...{ rowVersion: 2, name: "Moving", definition: "Second." },
    });
    const changeId = (first.ok && first.changeId) || 0;
    expect(await undoChange(db, { changeId, actor: amina, now })).toEqual({
      ok: true,
      left: [{ tagId: to, what: "definition", reason: "changed-since" }],
    });
    expect(await findTag(db, to)).toMatchObject({
      name: "Moves",
      definition: "Second.",
    });
  });
});
