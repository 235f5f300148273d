import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import { findResponseForReview } from "#app/domain/responses/review.server.ts";
import { sliceCodePoints } from "#app/domain/tagging/passages.ts";
import {
  removePassage,
  selectPassages,
  tagPassage,
} from "#app/domain/tagging/passages.server.ts";
import {
  defineTag,
  retireTag,
  selectTagList,
  selectTagsInUse,
} from "#app/domain/tagging/tags.server.ts";
import { givenResponse, givenStaffMember } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const now = new Date("2026-11-22T09:00:00Z");
const words =
  "👩‍👧‍👦 I was moved five times.\nNobody asked me.\n\nWhen I was moved the last time, my nan took me in.";

async function givenReading() {
  const { db } = openTestDatabase();
  const actor = await givenStaffMember(db, { name: "Amina" });
  const lead = await givenStaffMember(db, { name: "Lena", role: "lead" });
  const { responseId, reference } = await givenResponse(db, {
    answers: { "what-first": words },
  });
  const response = await findResponseForReview(db, reference);
  const answer = response?.answers[0];
  const defined = await defineTag(db, {
    name: "Moves",
    definition: "Being moved.",
    actor,
    now,
  });
  if (!answer || !defined.ok) throw new Error("Not set up");
  const passage = {
    responseId,
    answerId: answer.answerId,
    tagId: defined.tagId,
    quote: "moved five times",
    memo: "",
    actor,
    now,
    randomBytes,
  };
  return { db, actor, lead, responseId, text: answer.text, passage };
}

/** A file whose text was taken out, as the extraction leaves it. */
async function givenFileText(
  db: Db,
  responseId: number,
  file: { text: string; state?: string },
) {
  const { id } = await db
    .insertInto("attachments")
    .values({
      public_id: randomBytes(16).toString("hex"),
      draft_id: null,
      response_id: responseId,
      question_id: "files",
      original_name: "letter.pdf",
      media_type: "application/pdf",
      byte_size: 100,
      sha256: "0".repeat(64),
      flags: "[]",
      scan_state: "clean",
      scan_detail: null,
      extraction_state: file.state ?? "done",
      stored_at: now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("attachment_texts")
    .values({
      attachment_id: id,
      text: file.text,
      is_truncated: 0,
      extracted_at: now.toISOString(),
    })
    .execute();
  return id;
}

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
    expect(await selectTagList(db)).toMatchObject([{ passageCount: 1 }]);
  });

  test("is refused for another response's answer", async () => {
    const { db, passage } = await givenReading();
    const other = await givenResponse(db);
    expect(
      await tagPassage(db, { ...passage, responseId: other.responseId }),
    ).toEqual({ ok: false, reason: "source-not-found" });
  });
});

describe("tagging a passage of a file", () => {
  test("goes by the text that was taken out of it", async () => {
    const { db, responseId, passage } = await givenReading();
    const attachmentId = await givenFileText(db, responseId, {
      text: "🏠 Dear review,\nthe allowance stopped when she turned 18.",
    });
    const { answerId: _answerId, ...rest } = passage;
    await tagPassage(db, { ...rest, attachmentId, quote: "The allowance" });
    expect(await selectPassages(db, responseId)).toMatchObject([
      {
        attachmentId,
        answerId: null,
        startOffset: 15,
        quote: "the allowance",
      },
    ]);
  });

  test("is refused where no text was taken out, and for another response's file", async () => {
    const { db, responseId, passage } = await givenReading();
    const other = await givenResponse(db);
    const { answerId: _answerId, ...rest } = passage;
    const failed = await givenFileText(db, responseId, {
      text: "half a text",
      state: "failed",
    });
    const elsewhere = await givenFileText(db, other.responseId, {
      text: "half a text",
    });
    for (const attachmentId of [failed, elsewhere, 4711]) {
      expect(
        await tagPassage(db, { ...rest, attachmentId, quote: "half" }),
      ).toEqual({ ok: false, reason: "source-not-found" });
    }
  });
});

describe("taking the tag off a passage", () => {
  test("is for whoever tagged it and for those who lead", async () => {
    const { db, actor, lead, responseId, passage } = await givenReading();
    const colleague = await givenStaffMember(db);
    for (const remover of [actor, lead]) {
      const tagged = await tagPassage(db, passage);
      const publicId = tagged.ok ? tagged.publicId : "";
      const removal = { responseId, publicId, now };
      expect(await removePassage(db, { ...removal, actor: colleague })).toEqual(
        { ok: false, reason: "not-yours" },
      );
      expect(await removePassage(db, { ...removal, actor: remover })).toEqual({
        ok: true,
      });
      expect(await selectPassages(db, responseId)).toEqual([]);
    }
    const history = await selectHistory(db, {
      kind: "response",
      id: responseId,
    });
    expect(history.at(-1)).toMatchObject({
      actorName: "Lena",
      type: "passage.removed",
      details: { startOffset: 12, endOffset: 28 },
    });
  });

  test("is refused through another response", async () => {
    const { db, actor, passage } = await givenReading();
    const other = await givenResponse(db);
    const tagged = await tagPassage(db, passage);
    expect(
      await removePassage(db, {
        responseId: other.responseId,
        publicId: tagged.ok ? tagged.publicId : "",
        actor,
        now,
      }),
    ).toEqual({ ok: false, reason: "not-found" });
  });
});
