import { describe, expect, test } from "vitest";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import {
  saveResponseTags,
  selectResponseTags,
} from "#app/domain/tagging/response-tags.server.ts";
import {
  defineTag,
  selectTagList,
  selectTagsInUse,
} from "#app/domain/tagging/tags.server.ts";
import { retireTag } from "#app/domain/tagging/redefining.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const now = new Date("2026-11-22T09:00:00Z");

async function givenTaggingTeam() {
  const { db } = openTestDatabase();
  const amina = await givenColleague(db, { name: "Amina" });
  const bo = await givenColleague(db, { name: "Bo" });
  const lead = await givenColleague(db, { name: "Lena", role: "lead" });
  const { responseId } = await givenResponse(db);
  const tagIds: number[] = [];
  for (const name of ["Kinship care", "Fostering", "Money"]) {
    const defined = await defineTag(db, {
      name,
      definition: `${name}.`,
      actor: amina,
      now,
    });
    if (defined.ok) tagIds.push(defined.tagId);
  }
  const [kinship = 0, fostering = 0, money = 0] = tagIds;
  const namesOf = async () =>
    (await selectResponseTags(db, responseId)).map((tag) => tag.name);
  return {
    db,
    amina,
    bo,
    lead,
    responseId,
    kinship,
    fostering,
    money,
    namesOf,
  };
}

describe("saving the tags of a whole response", () => {
  test("puts them in place of those it had, and says in an event what came and went", async () => {
    const team = await givenTaggingTeam();
    const { db, amina, responseId, kinship, fostering, money, namesOf } = team;
    const save = { responseId, actor: amina, now };
    await saveResponseTags(db, {
      ...save,
      rowVersion: 1,
      tagIds: [kinship, fostering],
    });
    expect(
      await saveResponseTags(db, {
        ...save,
        rowVersion: 2,
        tagIds: [fostering, money, money],
      }),
    ).toEqual({ ok: true, added: [money], removed: [kinship] });
    expect(await namesOf()).toEqual(["Fostering", "Money"]);
    const history = await selectHistory(db, {
      kind: "response",
      id: responseId,
    });
    expect(history.at(-1)).toMatchObject({
      actorName: "Amina",
      type: "response.tags-saved",
      details: { added: [money], removed: [kinship], rowVersion: 3 },
    });
  });

  test("with an old version is refused with both sides, and nothing is lost", async () => {
    const team = await givenTaggingTeam();
    const { db, amina, bo, responseId, kinship, money, namesOf } = team;
    await saveResponseTags(db, {
      responseId,
      rowVersion: 1,
      tagIds: [kinship],
      actor: amina,
      now,
    });
    const late = { responseId, rowVersion: 1, tagIds: [money], actor: bo, now };
    expect(await saveResponseTags(db, late)).toMatchObject({
      ok: false,
      reason: "stale",
      saved: {
        tags: [{ name: "Kinship care", taggedBy: "Amina" }],
        rowVersion: 2,
        changedBy: "Amina",
        changedAt: now.toISOString(),
      },
    });
    expect(await namesOf()).toEqual(["Kinship care"]);
    expect(await saveResponseTags(db, { ...late, rowVersion: 2 })).toEqual({
      ok: true,
      added: [money],
      removed: [kinship],
    });
  });

  test("that are the same as what is saved is no conflict and changes nothing", async () => {
    const { db, amina, bo, responseId, kinship } = await givenTaggingTeam();
    const save = { responseId, rowVersion: 1, tagIds: [kinship], now };
    await saveResponseTags(db, { ...save, actor: amina });
    expect(await saveResponseTags(db, { ...save, actor: bo })).toEqual({
      ok: true,
      added: [],
      removed: [],
    });
    const [tag] = await selectResponseTags(db, responseId);
    expect(tag?.taggedBy).toBe("Amina");
  });

  test("can define a tag in the same go, or define nothing where the save is refused", async () => {
    const { db, amina, responseId, money, namesOf } = await givenTaggingTeam();
    const newTag = { name: "Contact", definition: "Seeing family." };
    const save = { responseId, tagIds: [money], newTag, actor: amina, now };
    expect(
      await saveResponseTags(db, { ...save, rowVersion: 9 }),
    ).toMatchObject({ reason: "stale" });
    expect(await selectTagsInUse(db)).toHaveLength(3);
    expect(
      await saveResponseTags(db, { ...save, rowVersion: 1 }),
    ).toMatchObject({ ok: true });
    expect(await namesOf()).toEqual(["Contact", "Money"]);
    expect(
      await saveResponseTags(db, {
        ...save,
        newTag: { name: "CONTACT", definition: "Again." },
        rowVersion: 2,
      }),
    ).toEqual({ ok: false, reason: "tag-name-taken" });
  });

  test("keeps a retired tag that was there and refuses one that was not", async () => {
    const team = await givenTaggingTeam();
    const { db, amina, lead, responseId, kinship, money, fostering } = team;
    const save = { responseId, actor: amina, now };
    await saveResponseTags(db, { ...save, rowVersion: 1, tagIds: [kinship] });
    for (const tagId of [kinship, money])
      await retireTag(db, { tagId, actor: lead, now });
    expect(
      await saveResponseTags(db, {
        ...save,
        rowVersion: 2,
        tagIds: [kinship, fostering],
      }),
    ).toMatchObject({ ok: true, added: [fostering], removed: [] });
    expect(
      await saveResponseTags(db, {
        ...save,
        rowVersion: 3,
        tagIds: [kinship, money],
      }),
    ).toEqual({ ok: false, reason: "tag-retired" });
  });

  test("refuses a tag that is not there", async () => {
    const { db, amina, responseId } = await givenTaggingTeam();
    const save = { rowVersion: 1, tagIds: [4711], actor: amina, now };
    expect(await saveResponseTags(db, { ...save, responseId })).toEqual({
      ok: false,
      reason: "tag-not-found",
    });
  });
});

test("the tag list counts responses by tag", async () => {
  const { db, amina, responseId, kinship } = await givenTaggingTeam();
  const other = await givenResponse(db);
  for (const id of [responseId, other.responseId])
    await saveResponseTags(db, {
      responseId: id,
      rowVersion: 1,
      tagIds: [kinship],
      actor: amina,
      now,
    });
  const counts = (await selectTagList(db, anyLead)).map((tag) => [
    tag.name,
    tag.responseCount,
  ]);
  expect(counts).toEqual([
    ["Kinship care", 2],
    ["Fostering", 0],
    ["Money", 0],
  ]);
});
