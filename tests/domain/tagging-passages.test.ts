import { describe, expect, test } from "vitest";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import { sliceCodePoints } from "#app/domain/tagging/passages.ts";
import {
  selectPassages,
  tagPassage,
} from "#app/domain/tagging/passages.server.ts";
import {
  selectTagList,
  selectTagsInUse,
} from "#app/domain/tagging/tags.server.ts";
import { retireTag } from "#app/domain/tagging/redefining.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { givenReading, now } from "#tests/given/readings.ts";
import { anyLead } from "#tests/given/people.ts";

describe("tagging a passage", () => {
  test("by its words stores code points, also after an emoji of several", async () => {
    const { db, responseId, text, passage } = await givenReading();
    const tagged = await tagPassage(db, passage);
    const [saved] = await selectPassages(db, responseId);
    expect(saved).toMatchObject({
      publicId: tagged.ok && tagged.publicId,
      startOffset: 12,
      endOffset: 28,
      quote: "moved five times",
      tagName: "Moves",
      taggedBy: "Amina",
    });
    expect(sliceCodePoints(text, 12, 28)).toBe("moved five times");
    const history = await selectHistory(db, {
      kind: "response",
      id: responseId,
    });
    expect(history.at(-1)).toMatchObject({
      type: "passage.tagged",
      details: { startOffset: 12, endOffset: 28, tagId: passage.tagId },
    });
    expect(JSON.stringify(history)).not.toContain("five times");
  });

  test("by its place takes that place though the words stand elsewhere too", async () => {
    const { db, responseId, passage } = await givenReading();
    await tagPassage(db, {
      ...passage,
      quote: "I was moved",
      startOffset: 53,
      endOffset: 64,
    });
    expect(await selectPassages(db, responseId)).toMatchObject([
      { startOffset: 53, quote: "I was moved" },
    ]);
  });

  test("by a place that does not hold the words goes by the words", async () => {
    const { db, responseId, passage } = await givenReading();
    await tagPassage(db, { ...passage, startOffset: 0, endOffset: 16 });
    expect(await selectPassages(db, responseId)).toMatchObject([
      { startOffset: 12, endOffset: 28 },
    ]);
  });

  test("is refused where the words stand twice, with both places, or nowhere", async () => {
    const { db, responseId, passage } = await givenReading();
    expect(
      await tagPassage(db, { ...passage, quote: "I was moved" }),
    ).toMatchObject({
      ok: false,
      reason: "quote-ambiguous",
      places: [{ startOffset: 6 }, { startOffset: 53 }],
    });
    expect(
      await tagPassage(db, { ...passage, quote: "my gran took me in" }),
    ).toEqual({ ok: false, reason: "quote-not-found" });
    expect(await selectPassages(db, responseId)).toEqual([]);
  });

  test("lets passages overlap, and two people tag the same words", async () => {
    const { db, lead, responseId, passage } = await givenReading();
    await tagPassage(db, passage);
    await tagPassage(db, { ...passage, quote: "five times.\r\nNobody" });
    await tagPassage(db, { ...passage, actor: lead });
    expect(
      (await selectPassages(db, responseId)).map((one) => [
        one.startOffset,
        one.taggedBy,
      ]),
    ).toEqual([
      [12, "Amina"],
      [18, "Amina"],
      [12, "Lena"],
    ]);
  });

  test("sent twice is one passage", async () => {
    const { db, responseId, passage } = await givenReading();
    const first = await tagPassage(db, passage);
    expect(await tagPassage(db, passage)).toEqual(first);
    expect(await selectPassages(db, responseId)).toHaveLength(1);
  });

  test("can define the tag in the same go, and defines none where the words are not found", async () => {
    const { db, responseId, passage } = await givenReading();
    const { tagId: _tagId, ...untagged } = passage;
    const newTag = { name: "Family", definition: "Grandparents and such." };
    expect(
      await tagPassage(db, { ...untagged, newTag, quote: "nowhere" }),
    ).toMatchObject({ ok: false });
    expect(await selectTagsInUse(db)).toHaveLength(1);
    await tagPassage(db, { ...untagged, newTag, quote: "my nan" });
    expect(await selectPassages(db, responseId)).toMatchObject([
      { tagName: "Family", quote: "my nan" },
    ]);
    expect(
      await tagPassage(db, {
        ...untagged,
        newTag: { ...newTag, name: "family" },
      }),
    ).toEqual({ ok: false, reason: "tag-name-taken" });
  });

  test("is refused for a retired tag, which stays on what was tagged before", async () => {
    const { db, lead, responseId, passage } = await givenReading();
    await tagPassage(db, passage);
    await retireTag(db, { tagId: passage.tagId, actor: lead, now });
    expect(
      await tagPassage(db, { ...passage, quote: "Nobody asked me" }),
    ).toEqual({ ok: false, reason: "tag-retired" });
    expect(await selectPassages(db, responseId)).toMatchObject([
      { tagName: "Moves", tagIsRetired: true },
    ]);
    expect(await selectTagList(db, anyLead)).toMatchObject([
      { passageCount: 1 },
    ]);
  });

  test("is refused for another response's answer", async () => {
    const { db, passage } = await givenReading();
    const other = await givenResponse(db);
    expect(
      await tagPassage(db, { ...passage, responseId: other.responseId }),
    ).toEqual({ ok: false, reason: "source-not-found" });
  });
});
