import { describe, expect, test } from "vitest";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import { removePassage } from "#app/domain/tagging/passage-removal.server.ts";
import {
  selectPassages,
  tagPassage,
} from "#app/domain/tagging/passages.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { givenColleague } from "#tests/given/people.ts";
import { givenReading, now } from "#tests/given/readings.ts";
import { givenFileText } from "#tests/given/files.ts";

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
    const colleague = await givenColleague(db);
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
