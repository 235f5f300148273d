import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { selectHistory, verifyChain } from "#app/domain/audit/audit.server.ts";
import type { TagWords } from "#app/domain/tagging/tags.ts";
import { arrangeTags, type Tagger } from "#app/domain/tagging/tags.ts";
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
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const now = new Date("2026-11-22T09:00:00Z");
const kinship: TagWords = {
  name: "Kinship care",
  definition: "Family or friends raising a child.",
};

async function givenReviewer() {
  const { db } = openTestDatabase();
  const actor = await givenColleague(db, { name: "Amina" });
  return { db, actor };
}

async function givenTag(db: Db, actor: Tagger, words = kinship) {
  const defined = await defineTag(db, { ...words, actor, now });
  if (!defined.ok) throw new Error(defined.reason);
  return defined.tagId;
}

describe("defining a tag", () => {
  test("adds it to the list, with an event that names nothing but the tag", async () => {
    const { db, actor } = await givenReviewer();
    const tagId = await givenTag(db, actor);
    expect(await selectTagsInUse(db)).toEqual([
      { tagId, ...kinship, parentId: null },
    ]);
    expect(await selectHistory(db, { kind: "tag", id: tagId })).toEqual([
      {
        at: now.toISOString(),
        actorName: "Amina",
        type: "tag.defined",
        details: { changeId: 1 },
      },
    ]);
  });

  test("is refused where a tag in use has the name in other case or with other spaces", async () => {
    const { db, actor } = await givenReviewer();
    const tagId = await givenTag(db, actor);
    expect(
      await defineTag(db, {
        name: " kinship   CARE ",
        definition: "Again.",
        actor,
        now,
      }),
    ).toEqual({ ok: false, reason: "name-taken", tagId });
    expect(await selectTagsInUse(db)).toHaveLength(1);
  });

  test("may take the name of a retired tag", async () => {
    const { db, actor } = await givenReviewer();
    const lead = await givenColleague(db, { role: "lead" });
    const first = await givenTag(db, actor);
    await retireTag(db, { tagId: first, actor: lead, now });
    const second = await givenTag(db, actor);
    expect((await selectTagsInUse(db)).map((tag) => tag.tagId)).toEqual([
      second,
    ]);
  });

  test("under a parent that is retired or unknown is refused", async () => {
    const { db, actor } = await givenReviewer();
    const lead = await givenColleague(db, { role: "lead" });
    const parentId = await givenTag(db, actor);
    await retireTag(db, { tagId: parentId, actor: lead, now });
    for (const wrongParent of [parentId, 4711]) {
      expect(
        await defineTag(db, {
          name: "Allowances",
          definition: "Money.",
          parentId: wrongParent,
          actor,
          now,
        }),
      ).toEqual({ ok: false, reason: "parent-not-found" });
    }
  });
});

describe("redefining a tag", () => {
  test("changes its words and its version", async () => {
    const { db, actor } = await givenReviewer();
    const tagId = await givenTag(db, actor);
    const words = { name: "Kinship", definition: "Raised by family." };
    const change = { tagId, rowVersion: 1, ...words, actor, now };
    expect(await redefineTag(db, change)).toMatchObject({ ok: true });
    expect(await findTag(db, tagId)).toMatchObject({ ...words, rowVersion: 2 });
  });

  test("with an old version is refused with what is saved and who saved it", async () => {
    const { db, actor } = await givenReviewer();
    const colleague = await givenColleague(db, { name: "Bo" });
    const tagId = await givenTag(db, actor);
    const theirs = { name: "Kinship", definition: "Theirs." };
    await redefineTag(db, {
      tagId,
      rowVersion: 1,
      ...theirs,
      actor: colleague,
      now,
    });
    const mine = { name: "Kin", definition: "Mine." };
    expect(
      await redefineTag(db, { tagId, rowVersion: 1, ...mine, actor, now }),
    ).toEqual({
      ok: false,
      reason: "stale",
      saved: {
        ...theirs,
        rowVersion: 2,
        changedBy: "Bo",
        changedAt: now.toISOString(),
      },
    });
    expect(await findTag(db, tagId)).toMatchObject(theirs);
  });

  test("cannot take another tag's name but can change the case of its own", async () => {
    const { db, actor } = await givenReviewer();
    await givenTag(db, actor);
    const tagId = await givenTag(db, actor, {
      name: "fostering",
      definition: "Foster care.",
    });
    const change = { tagId, rowVersion: 1, definition: "F.", actor, now };
    expect(
      await redefineTag(db, { ...change, name: "KINSHIP CARE" }),
    ).toMatchObject({ reason: "name-taken" });
    expect(
      await redefineTag(db, { ...change, name: "Fostering" }),
    ).toMatchObject({
      ok: true,
    });
  });

  test("is refused for a retired tag and for one that is not there", async () => {
    const { db, actor } = await givenReviewer();
    const lead = await givenColleague(db, { role: "lead" });
    const tagId = await givenTag(db, actor);
    await retireTag(db, { tagId, actor: lead, now });
    const change = { ...kinship, actor, now };
    expect(
      await redefineTag(db, { tagId, rowVersion: 2, ...change }),
    ).toMatchObject({ reason: "retired" });
    expect(
      await redefineTag(db, { tagId: 4711, rowVersion: 1, ...change }),
    ).toMatchObject({ reason: "not-found" });
  });
});

describe("retiring a tag", () => {
  test("is for those who lead", async () => {
    const { db, actor } = await givenReviewer();
    const tagId = await givenTag(db, actor);
    expect(await retireTag(db, { tagId, actor, now })).toEqual({
      ok: false,
      reason: "not-allowed",
    });
    expect(await selectTagsInUse(db)).toHaveLength(1);
  });

  test("takes it out of the choices and leaves it on the list", async () => {
    const { db, actor } = await givenReviewer();
    const lead = await givenColleague(db, { role: "lead" });
    const tagId = await givenTag(db, actor);
    expect(await retireTag(db, { tagId, actor: lead, now })).toMatchObject({
      ok: true,
    });
    expect(await selectTagsInUse(db)).toEqual([]);
    expect(await selectTagList(db, anyLead)).toMatchObject([
      { tagId, isRetired: true },
    ]);
    expect(await verifyChain(db)).toMatchObject({ ok: true });
  });

  test("twice leaves one event", async () => {
    const { db, actor } = await givenReviewer();
    const lead = await givenColleague(db, { role: "admin" });
    const tagId = await givenTag(db, actor);
    await retireTag(db, { tagId, actor: lead, now });
    await retireTag(db, { tagId, actor: lead, now });
    const types = await selectHistory(db, { kind: "tag", id: tagId });
    expect(types.map((event) => event.type)).toEqual([
      "tag.defined",
      "tag.retired",
    ]);
  });
});

test("tags stand under the tag they are part of, by name, and an orphan stands alone", () => {
  const tag = (
    tagId: number,
    name: string,
    parentId: number | null = null,
  ) => ({
    tagId,
    name,
    parentId,
  });
  const arranged = arrangeTags([
    tag(1, "Support"),
    tag(2, "court", 3),
    tag(3, "Law"),
    tag(4, "Advocacy", 3),
    tag(5, "Allowances", 99),
    tag(6, "Appeals", 2),
  ]);
  expect(arranged.map(({ name, depth }) => [name, depth])).toEqual([
    ["Allowances", 0],
    ["Law", 0],
    ["Advocacy", 1],
    ["court", 1],
    ["Appeals", 2],
    ["Support", 0],
  ]);
});
