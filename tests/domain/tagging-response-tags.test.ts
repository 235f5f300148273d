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
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { retireTag } from "#app/domain/tagging/redefining.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { closeCase } from "#tests/given/safeguarding.ts";

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
      seenTagIds: [],
      tagIds: [kinship, fostering],
    });
    expect(
      await saveResponseTags(db, {
        ...save,
        seenTagIds: [kinship, fostering],
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
      details: { added: [money], removed: [kinship] },
    });
  });

  test("of two people at once both stand, and nobody takes off what they did not see", async () => {
    const team = await givenTaggingTeam();
    const { db, amina, bo, responseId, kinship, fostering, money, namesOf } =
      team;
    const seenTagIds = [kinship];
    const save = { responseId, now };
    await saveResponseTags(db, {
      ...save,
      actor: amina,
      seenTagIds: [],
      tagIds: seenTagIds,
    });
    await saveResponseTags(db, {
      ...save,
      actor: amina,
      seenTagIds,
      tagIds: [kinship, money],
    });
    expect(
      await saveResponseTags(db, {
        ...save,
        actor: bo,
        seenTagIds,
        tagIds: [fostering],
      }),
    ).toEqual({ ok: true, added: [fostering], removed: [kinship] });
    expect(await namesOf()).toEqual(["Fostering", "Money"]);
    expect(
      await saveResponseTags(db, {
        ...save,
        actor: amina,
        seenTagIds,
        tagIds: [fostering],
      }),
    ).toEqual({ ok: true, added: [], removed: [] });
  });

  test("leaves a colleague's decision as it is: its version stays", async () => {
    const { db, amina, bo, responseId, kinship } = await givenTaggingTeam();
    await saveResponseTags(db, {
      responseId,
      seenTagIds: [],
      tagIds: [kinship],
      actor: amina,
      now,
    });
    const flag = { responseId, reason: "As it was", actor: amina, now };
    await raiseSafeguardingFlag(db, flag);
    await closeCase(db, { responseId, now });
    const decision = { responseId, rowVersion: 1, assigneeId: null, note: "" };
    expect(
      await decideTriage(db, { ...decision, state: "triaged", actor: bo, now }),
    ).toMatchObject({ ok: true });
    expect(
      await decideTriage(db, { ...decision, state: "spam", actor: amina, now }),
    ).toMatchObject({ ok: false, reason: "stale" });
  });

  test("that are the same as what is saved is no conflict and changes nothing", async () => {
    const { db, amina, bo, responseId, kinship } = await givenTaggingTeam();
    const save = { responseId, seenTagIds: [], tagIds: [kinship], now };
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
    const save = {
      responseId,
      seenTagIds: [],
      tagIds: [money],
      newTag,
      actor: amina,
      now,
    };
    expect(
      await saveResponseTags(db, { ...save, tagIds: [money, 4711] }),
    ).toEqual({ ok: false, reason: "tag-not-found" });
    expect(await selectTagsInUse(db)).toHaveLength(3);
    expect(await saveResponseTags(db, save)).toMatchObject({ ok: true });
    expect(await namesOf()).toEqual(["Contact", "Money"]);
    expect(
      await saveResponseTags(db, {
        ...save,
        newTag: { name: "CONTACT", definition: "Again." },
      }),
    ).toEqual({ ok: false, reason: "tag-name-taken" });
  });

  test("keeps a retired tag that was there and refuses one that was not", async () => {
    const team = await givenTaggingTeam();
    const { db, amina, lead, responseId, kinship, money, fostering } = team;
    const save = { responseId, actor: amina, now };
    await saveResponseTags(db, {
      ...save,
      seenTagIds: [],
      tagIds: [kinship],
    });
    for (const tagId of [kinship, money])
      await retireTag(db, { tagId, actor: lead, now });
    expect(
      await saveResponseTags(db, {
        ...save,
        seenTagIds: [kinship],
        tagIds: [kinship, fostering],
      }),
    ).toMatchObject({ ok: true, added: [fostering], removed: [] });
    expect(
      await saveResponseTags(db, {
        ...save,
        seenTagIds: [kinship, fostering],
        tagIds: [kinship, money],
      }),
    ).toEqual({ ok: false, reason: "tag-retired" });
  });

  test("refuses a tag that is not there", async () => {
    const { db, amina, responseId } = await givenTaggingTeam();
    const save = { seenTagIds: [], tagIds: [4711], actor: amina, now };
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
      seenTagIds: [],
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
