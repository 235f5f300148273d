import { describe, expect, test } from "vitest";
import {
  saveResponseTags,
  selectResponseTags,
} from "#app/domain/tagging/response-tags.server.ts";
import {
  defineTag,
  findTag,
  selectTagList,
} from "#app/domain/tagging/tags.server.ts";
import * as responseTagsRoute from "#app/routes/review.responses.$reference_.tags.tsx";
import * as tagRoute from "#app/routes/review.tags_.$tag_.change.tsx";
import { action as retireAction } from "#app/routes/review.tags_.$tag_.retire.tsx";
import * as tagListRoute from "#app/routes/review.tags.tsx";
import { givenReadingDesk, now } from "#tests/given/reading-desk.ts";
import { anyLead } from "#tests/given/people.ts";

const desk = () => givenReadingDesk("I was moved.");

async function givenTwoTags() {
  const given = await desk();
  const kinship = await defineTag(given.db, {
    name: "Kinship",
    definition: "Family.",
    actor: given.amina,
    now,
  });
  const kinshipId = kinship.ok ? kinship.tagId : 0;
  const namesOf = async () =>
    (await selectResponseTags(given.db, given.responseId)).map(
      ({ name }) => name,
    );
  return { ...given, kinshipId, namesOf };
}

describe("the tags of a whole response", () => {
  test("are saved and lead back to the response", async () => {
    const { browser, at, tagId, kinshipId, namesOf, reference } =
      await givenTwoTags();
    const answer = await browser.post(responseTagsRoute, at("/tags"), [
      ["view", "q=moved"],
      ["tagIds", String(tagId)],
      ["tagIds", String(kinshipId)],
    ]);
    expect(answer).toMatchObject({
      status: 303,
      location: `/review/responses/${reference}?q=moved#tags`,
    });
    expect(await namesOf()).toEqual(["Kinship", "Moves"]);
  });

  test("of a colleague who saved meanwhile stand beside one's own", async () => {
    const { db, browser, at, amina, tagId, kinshipId, namesOf, responseId } =
      await givenTwoTags();
    await saveResponseTags(db, {
      responseId,
      seenTagIds: [],
      tagIds: [kinshipId],
      actor: amina,
      now,
    });
    const late = await browser.post(responseTagsRoute, at("/tags"), [
      ["tagIds", String(tagId)],
      ["responseNewTagName", "Not lost"],
      ["responseNewTagDefinition", "At all."],
    ]);
    expect(late.status).toBe(303);
    expect(await namesOf()).toEqual(["Kinship", "Moves", "Not lost"]);
    await browser.post(responseTagsRoute, at("/tags"), [
      ["seenTagIds", String(kinshipId)],
      ["seenTagIds", String(tagId)],
      ["tagIds", String(tagId)],
    ]);
    expect(await namesOf()).toEqual(["Moves", "Not lost"]);
  });

  test("refused keep the tags they were chosen among", async () => {
    const { browser, at, tagId } = await givenTwoTags();
    const answer = await browser.post(responseTagsRoute, at("/tags"), [
      ["seenTagIds", String(tagId)],
      ["responseNewTagName", "Half a tag"],
    ]);
    expect(answer.data).toMatchObject({
      sent: { seenTagIds: String(tagId) },
      errors: { responseNewTagDefinition: "Enter what the tag means" },
    });
    expect(answer.page?.data).toMatchObject({
      title: expect.stringMatching(/^Error: /) as string,
    });
  });
});

describe("the list of tags", () => {
  const address = { path: "/review/tags", params: {} };

  test("counts, leads to what is tagged, and keeps retired ones apart", async () => {
    const { db, browser, tagId, kinshipId, openAs, responseId, amina } =
      await givenTwoTags();
    await saveResponseTags(db, {
      responseId,
      seenTagIds: [],
      tagIds: [tagId],
      actor: amina,
      now,
    });
    const lead = await openAs("lead", "Lena");
    const retire = { action: retireAction, loader: () => undefined };
    const retirePath = {
      path: `/review/tags/${kinshipId}/retire`,
      params: { tag: String(kinshipId) },
    };
    expect(await lead.browser.post(retire, retirePath, [])).toMatchObject({
      status: 303,
    });
    const page = await browser.get(tagListRoute.loader, address);
    expect(page.data).toMatchObject({
      inUse: [
        {
          name: "Moves",
          responseCount: 1,
          href: `/review/tags/${tagId}`,
        },
      ],
      retired: [{ name: "Kinship" }],
    });
  });

  test("takes a new tag under another, and gives back one that is refused", async () => {
    const { db, browser, tagId } = await givenTwoTags();
    const send = (name: string, definition: string) =>
      browser.post(tagListRoute, address, [
        ["name", name],
        ["definition", definition],
        ["partOf", "moves"],
      ]);
    expect(await send("Planned moves", "With notice.")).toMatchObject({
      status: 303,
    });
    expect(await selectTagList(db, anyLead)).toContainEqual(
      expect.objectContaining({ name: "Planned moves", parentId: tagId }),
    );
    expect((await send("planned  MOVES", "Again.")).data).toMatchObject({
      sent: { name: "planned  MOVES", definition: "Again." },
      errors: { name: expect.stringContaining("already") as string },
    });
    expect((await send("", "")).data).toMatchObject({
      errors: {
        name: "Enter a name for the tag",
        definition: "Enter what the tag means",
      },
    });
  });

  test("lets a reviewer retire nothing", async () => {
    const { browser, tagId, db } = await givenTwoTags();
    const retire = { action: retireAction, loader: () => undefined };
    const address = {
      path: `/review/tags/${tagId}/retire`,
      params: { tag: String(tagId) },
    };
    expect(await browser.post(retire, address, [])).toMatchObject({
      status: 403,
    });
    expect((await findTag(db, tagId))?.isRetired).toBe(false);
  });
});

test("a tag changed by a colleague meanwhile is a 409 with both sides", async () => {
  const { browser, openAs, tagId, db } = await givenTwoTags();
  const address = {
    path: `/review/tags/${tagId}`,
    params: { tag: String(tagId) },
  };
  const send = (sender: typeof browser, definition: string, version: string) =>
    sender.post(tagRoute, address, [
      ["name", "Moves"],
      ["definition", definition],
      ["rowVersion", version],
      ["step", "confirm"],
    ]);
  const bo = await openAs("reviewer", "Bo");
  expect(await send(bo.browser, "Bo's words.", "1")).toMatchObject({
    status: 303,
  });
  const late = await send(browser, "Amina's words.", "1");
  expect(late.status).toBe(409);
  expect(late.data).toMatchObject({
    sent: { definition: "Amina's words." },
    saved: { definition: "Bo's words.", rowVersion: 2, changedBy: "Bo" },
  });
  expect(await findTag(db, tagId)).toMatchObject({ definition: "Bo's words." });
  await send(browser, "Amina's words.", "2");
  expect(await findTag(db, tagId)).toMatchObject({
    definition: "Amina's words.",
  });
});
