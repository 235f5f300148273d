import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { removePassage } from "#app/domain/tagging/passage-removal.server.ts";
import {
  selectPassages,
  tagPassage,
} from "#app/domain/tagging/passages.server.ts";
import {
  saveResponseTags,
  selectResponseTags,
} from "#app/domain/tagging/response-tags.server.ts";
import {
  defineTag,
  findTag,
  selectTagList,
  selectTagsInUse,
} from "#app/domain/tagging/tags.server.ts";
import {
  redefineTag,
  retireTag,
} from "#app/domain/tagging/redefining.server.ts";
import { findResponseForReview } from "#app/domain/responses/review.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";

/* Three tags and three responses; the one in the middle is meant, and those around it stay as they are. */

const now = new Date("2026-11-22T09:00:00Z");
const words = "I was moved, and nobody asked me.";

async function givenThree() {
  const { db } = openTestDatabase();
  const [bo, actor, cy] = [
    await givenColleague(db, { staffId: "a", name: "Bo" }),
    await givenColleague(db, { staffId: "b", name: "Amina", role: "lead" }),
    await givenColleague(db, { staffId: "c", name: "Cy" }),
  ];
  const tagIds: number[] = [];
  for (const name of ["Zeal", "Own", "Art"]) {
    const defined = await defineTag(db, {
      name,
      definition: `${name}.`,
      parentId: tagIds.at(-1),
      actor,
      now,
    });
    if (defined.ok) tagIds.push(defined.tagId);
  }
  const responses = [];
  for (let count = 0; count < 3; count += 1) {
    const answers = { "what-first": words, "how-to-listen": words };
    const { responseId, reference } = await givenResponse(db, { answers });
    const sought = { reference, viewer: anyLead, now };
    const found = await findResponseForReview(db, sought);
    const answerIds = found?.answers.map(({ answerId }) => answerId) ?? [];
    responses.push({ responseId, answerIds });
  }
  const [first, own, last] = responses;
  const [zeal = 0, tagId = 0, art = 0] = tagIds;
  if (!first || !own || !last) throw new Error("Not set up");
  const save = (responseId: number, ids: number[], seenTagIds: number[] = []) =>
    saveResponseTags(db, {
      responseId,
      seenTagIds,
      tagIds: ids,
      actor,
      now,
    });
  return { db, bo, actor, cy, first, own, last, zeal, tagId, art, save };
}

test("a tag is found with its own parent, and changed or retired alone", async () => {
  const { db, actor, zeal, tagId, art } = await givenThree();
  const others = [await findTag(db, zeal), await findTag(db, art)];
  expect(others).toMatchObject([
    { name: "Zeal", parentName: undefined },
    { name: "Art", parentName: "Own" },
  ]);
  const change = { tagId, rowVersion: 1, actor, now };
  await redefineTag(db, { ...change, name: "Mine", definition: "M." });
  expect(await findTag(db, tagId)).toMatchObject({
    name: "Mine",
    parentName: "Zeal",
  });
  expect([await findTag(db, zeal), await findTag(db, art)]).toMatchObject([
    { name: "Zeal", rowVersion: 1 },
    { name: "Art", rowVersion: 1 },
  ]);
  await retireTag(db, { tagId, actor, now });
  const inUse = (await selectTagsInUse(db)).map((tag) => tag.tagId);
  expect(inUse.sort()).toEqual([zeal, art]);
});

test("a name is taken by the tag that has it, and not by a retired one before or after", async () => {
  const { db, actor, tagId } = await givenThree();
  const tag = { definition: "Again.", actor, now };
  expect(await defineTag(db, { ...tag, name: "own" })).toEqual({
    ok: false,
    reason: "name-taken",
    tagId,
  });
  await retireTag(db, { tagId, actor, now });
  const again = await defineTag(db, { ...tag, name: "own" });
  expect(again).toMatchObject({ ok: true });
  expect(await defineTag(db, { ...tag, name: "OWN" })).toEqual({
    ok: false,
    reason: "name-taken",
    tagId: again.ok && again.tagId,
  });
});

describe("the tags of a response", () => {
  test("are its own, by name, and are replaced on no other", async () => {
    const { db, first, own, last, zeal, tagId, art, save } = await givenThree();
    for (const { responseId } of [first, own, last])
      await save(responseId, [zeal, art]);
    const namesOf = async ({ responseId }: typeof own) =>
      (await selectResponseTags(db, responseId)).map(({ name }) => name);
    expect(await namesOf(own)).toEqual(["Art", "Zeal"]);
    await save(own.responseId, [tagId, art], [zeal, art]);
    expect(await namesOf(own)).toEqual(["Art", "Own"]);
    for (const other of [first, last])
      expect(await namesOf(other)).toEqual(["Art", "Zeal"]);
  });

  test("are counted for each tag", async () => {
    const { db, first, own, last, zeal, tagId, art, save } = await givenThree();
    await save(first.responseId, [zeal, art]);
    await save(own.responseId, [zeal]);
    await save(last.responseId, [zeal, tagId, art]);
    const list = await selectTagList(db, anyLead);
    const counts = list.map((tag) => [tag.tagId, tag.ownResponseCount]);
    expect(Object.fromEntries(counts)).toEqual({
      [zeal]: 3,
      [tagId]: 1,
      [art]: 2,
    });
  });

  test("may be any that can be chosen, though a retired one stands beside them", async () => {
    const { db, actor, own, zeal, tagId, art, save } = await givenThree();
    await retireTag(db, { tagId: zeal, actor, now });
    await retireTag(db, { tagId: art, actor, now });
    const refused = { reason: "tag-retired" };
    expect(await save(own.responseId, [art])).toMatchObject(refused);
    expect(await save(own.responseId, [tagId])).toMatchObject({ ok: true });
  });
});

describe("a passage", () => {
  const givenPassages = async () => {
    const three = await givenThree();
    const { db, own, tagId, actor } = three;
    const passage = {
      responseId: own.responseId,
      answerId: own.answerIds[0] ?? 0,
      tagId,
      quote: "moved",
      memo: "",
      actor,
      now,
      randomBytes,
    };
    const read = async (of = own) =>
      (await selectPassages(db, of.responseId)).map((one) => one.publicId);
    const tag = async (of: Partial<typeof passage> = {}) => {
      const tagged = await tagPassage(db, { ...passage, ...of });
      if (!tagged.ok) throw new Error(tagged.reason);
      return tagged.publicId;
    };
    const tagIn = (of: typeof own) =>
      tag({ responseId: of.responseId, answerId: of.answerIds[0] ?? 0 });
    return { ...three, passage, read, tag, tagIn };
  };

  test("of another answer, tag, person, start or end is one of its own", async () => {
    const { bo, cy, own, zeal, art, read, tag, tagIn, first } =
      await givenPassages();
    await tagIn(first);
    const around = [
      await tag({ actor: bo }),
      await tag({ tagId: zeal }),
      await tag({ answerId: own.answerIds[1] ?? 0 }),
      await tag({ quote: "was moved" }),
      await tag({ quote: "moved, and" }),
    ];
    const meant = await tag();
    const behind = [await tag({ actor: cy }), await tag({ tagId: art })];
    expect(await tag()).toBe(meant);
    expect(await read()).toEqual([...around, meant, ...behind]);
  });

  test("is removed from where it stands, and no other with it", async () => {
    const { db, actor, first, own, last, read, tagIn, tag } =
      await givenPassages();
    const hers = await tagIn(first);
    const before = await tag({ quote: "I was" });
    const meant = await tagIn(own);
    const behind = await tag({ quote: "asked me" });
    const theirs = await tagIn(last);
    const removal = { publicId: meant, actor, now };
    for (const { responseId } of [first, last])
      expect(await removePassage(db, { ...removal, responseId })).toEqual({
        ok: false,
        reason: "not-found",
      });
    const { responseId } = own;
    expect(await removePassage(db, { ...removal, responseId })).toEqual({
      ok: true,
    });
    expect(await read()).toEqual([before, behind]);
    expect([await read(first), await read(last)]).toEqual([[hers], [theirs]]);
  });

  test("is counted for its tag", async () => {
    const { db, zeal, tagId, art, first, tag, tagIn } = await givenPassages();
    await tagIn(first);
    await tag();
    await tag({ tagId: art });
    const list = await selectTagList(db, anyLead);
    const counts = list.map((one) => [one.tagId, one.ownPassageCount]);
    expect(Object.fromEntries(counts)).toEqual({
      [zeal]: 0,
      [tagId]: 2,
      [art]: 1,
    });
  });
});
