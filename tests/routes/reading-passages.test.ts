import { describe, expect, test } from "vitest";
import { selectPassages } from "#app/domain/tagging/passages.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { claimResponse } from "#app/domain/responses/claims.server.ts";
import * as passagesRoute from "#app/routes/review.responses.$reference_.passages.tsx";
import { action as removeAction } from "#app/routes/review.responses.$reference_.passages_.$passage.remove.tsx";
import type { Fields } from "#tests/asking/browser.ts";
import { givenReadingDesk, now } from "#tests/given/reading-desk.ts";

const words = "🏠 I was moved. My nan took me in, and I was moved again.";
const view = "q=nan&from=%2Freview%2Fqueue%3Fpage%3D2";

async function givenPassageForm() {
  const desk = await givenReadingDesk(words);
  const fields = (overrides: Record<string, string> = {}): Fields =>
    Object.entries({
      view,
      source: desk.source,
      quote: "My nan took me in",
      passageTagIds: String(desk.tagId),
      memo: "",
      passageNewTagName: "",
      passageNewTagDefinition: "",
      ...overrides,
    });
  const send = (overrides: Record<string, string> = {}) =>
    desk.browser.post(passagesRoute, desk.at("/passages"), fields(overrides));
  const saved = () => selectPassages(desk.db, desk.responseId);
  return { ...desk, send, saved };
}

describe("the form without a selection", () => {
  test("tags the words with several tags at once, or with none of them", async () => {
    const desk = await givenPassageForm();
    const { db, amina, browser, at, saved } = desk;
    const other = await defineTag(db, {
      ...{ name: "Family", definition: "Kin.", actor: amina, now },
    });
    const otherId = other.ok ? other.tagId : 0;
    const fields = (...tagIds: number[]): Fields => [
      ["source", desk.source],
      ["quote", "My nan took me in"],
      ...tagIds.map((id) => ["passageTagIds", String(id)] as [string, string]),
    ];
    await browser.post(
      passagesRoute,
      at("/passages"),
      fields(desk.tagId, 4711),
    );
    expect(await saved()).toEqual([]);
    const both = fields(desk.tagId, otherId, otherId);
    await browser.post(passagesRoute, at("/passages"), both);
    await browser.post(passagesRoute, at("/passages"), both);
    const names = (await saved()).map(({ tagName }) => tagName);
    expect(names).toEqual(["Moves", "Family"]);
  });

  test("tags the words and leads to their place, in the view it came from", async () => {
    const { send, saved, reference } = await givenPassageForm();
    const answer = await send({ memo: "Kin." });
    const [passage] = await saved();
    expect(passage).toMatchObject({
      startOffset: 15,
      endOffset: 32,
      memo: "Kin.",
      taggedBy: "Amina",
    });
    expect(answer).toMatchObject({
      status: 303,
      location: `/review/responses/${reference}?${view}#at-${passage?.publicId}`,
    });
  });

  test("comes back whole where the words are not in the text", async () => {
    const { send, saved, source, tagId } = await givenPassageForm();
    const answer = await send({ quote: "my gran", memo: "Not lost." });
    expect(answer.status).toBe(400);
    expect(answer.data).toMatchObject({
      sent: {
        source,
        quote: "my gran",
        passageTagIds: String(tagId),
        memo: "Not lost.",
        view,
      },
      errors: { quote: expect.stringContaining("not in the text") as string },
    });
    expect(answer.page?.data).toMatchObject({
      title: expect.stringMatching(/^Error: /) as string,
    });
    expect(await saved()).toEqual([]);
  });

  test("asks which place is meant where the words stand twice, and takes the answer", async () => {
    const { send, saved } = await givenPassageForm();
    const answer = await send({ quote: "I was moved" });
    expect(answer.status).toBe(400);
    expect(answer.data).toMatchObject({
      places: [{ value: "2-13" }, { value: "38-49" }],
    });
    await send({ quote: "I was moved", place: "38-49" });
    expect(await saved()).toMatchObject([{ startOffset: 38 }]);
  });

  test("names every field that is missing at once", async () => {
    const { send } = await givenPassageForm();
    const answer = await send({
      source: "nowhere",
      quote: "",
      passageTagIds: "",
    });
    expect(answer.data).toMatchObject({
      errors: {
        source: "Choose the text that the words are in",
        quote: "Enter the words of the passage",
        passageTagIds: "Choose a tag, or define a new one",
      },
    });
  });

  test("defines a new tag in the same go, and asks for what it means", async () => {
    const { send, saved } = await givenPassageForm();
    const half = await send({ passageTagIds: "", passageNewTagName: "Family" });
    expect(half.data).toMatchObject({
      sent: { passageNewTagName: "Family" },
      errors: { passageNewTagDefinition: "Enter what the tag means" },
    });
    await send({
      passageTagIds: "",
      passageNewTagName: "Family",
      passageNewTagDefinition: "Grandparents and such.",
    });
    expect(await saved()).toMatchObject([{ tagName: "Family" }]);
  });

  test("with a tag of a name that is taken points to the list", async () => {
    const { send } = await givenPassageForm();
    const answer = await send({
      passageTagIds: "",
      passageNewTagName: " moves ",
      passageNewTagDefinition: "Again.",
    });
    expect(answer.data).toMatchObject({
      errors: {
        passageNewTagName: expect.stringContaining("already") as string,
      },
    });
  });
});

test("a selection's offsets choose between two places without asking", async () => {
  const { send, saved } = await givenPassageForm();
  await send({ quote: "I was moved", startOffset: "38", endOffset: "49" });
  expect(await saved()).toMatchObject([{ startOffset: 38, endOffset: 49 }]);
});

test("tagging a passage gives whoever reads the response more time", async () => {
  const { db, context, amina, send, responseId } = await givenPassageForm();
  await claimResponse(db, { ...amina, responseId, now });
  context.now = () => new Date(now.getTime() + 20 * 60_000);
  await send();
  const { claim_expires_at } = await db
    .selectFrom("responses")
    .select("claim_expires_at")
    .where("id", "=", responseId)
    .executeTakeFirstOrThrow();
  expect(claim_expires_at).toBe("2026-11-22T09:50:00.000Z");
});

describe("taking the tag off a passage", () => {
  const remove = { action: removeAction, loader: () => undefined };

  test("leads back to the passages", async () => {
    const { tag, saved, browser, at, reference } = await givenPassageForm();
    const tagged = await tag("My nan");
    const passage = tagged.ok ? tagged.publicId : "";
    const answer = await browser.post(
      remove,
      at(`/passages/${passage}/remove`, { passage }),
      [["view", view]],
    );
    expect(answer.location).toBe(
      `/review/responses/${reference}?${view}#passages`,
    );
    expect(await saved()).toEqual([]);
  });

  test("is refused to a reviewer who did not tag it", async () => {
    const { tag, saved, openAs, at } = await givenPassageForm();
    const tagged = await tag("My nan");
    const passage = tagged.ok ? tagged.publicId : "";
    const { browser } = await openAs("reviewer", "Bo");
    const address = at(`/passages/${passage}/remove`, { passage });
    expect(await browser.post(remove, address, [])).toMatchObject({
      status: 403,
    });
    expect(await saved()).toHaveLength(1);
  });
});
