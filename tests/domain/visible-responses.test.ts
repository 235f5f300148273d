import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { openFileForStaff } from "#app/domain/responses/response-files.server.ts";
import { readIdentity } from "#app/domain/responses/identity.server.ts";
import {
  findAnswerText,
  findVisibleResponse,
  readVisibleResponse,
  selectVisibleResponses,
} from "#app/domain/responses/visible-responses.server.ts";
import type { Viewer } from "#app/domain/responses/visible-responses.ts";
import { selectTagList } from "#app/domain/tagging/tags.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { givenReading, now } from "#tests/given/readings.ts";
import { anyLead } from "#tests/given/people.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { givenFileText } from "#tests/given/files.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { givenDraft, givenDraftFile } from "#app/tasks/demo/factories.ts";

/** A role that the list of permissions does not know, as a new one begins. */
const stranger: Viewer = { staffId: "new", role: JSON.parse('"partner"') };

async function givenTagged() {
  const reading = await givenReading();
  await tagPassage(reading.db, reading.passage);
  const { db, responseId } = reading;
  const seen = { viewer: anyLead, now };
  const { reference } = await readVisibleResponse(db, { responseId, ...seen });
  await givenFileText(db, responseId, { text: "A letter." });
  return { ...reading, reference };
}

describe("whoever may not read responses", () => {
  test("finds none by its reference or its id", async () => {
    const { db, responseId, reference } = await givenTagged();
    const seen = { viewer: stranger, now };
    expect(await findVisibleResponse(db, { reference, ...seen })).toBe(
      undefined,
    );
    const responseIds = [responseId];
    expect(await selectVisibleResponses(db, { responseIds, ...seen })).toEqual(
      [],
    );
    await expect(
      readVisibleResponse(db, { responseId, ...seen }),
    ).rejects.toThrow("sees no response");
  });

  test("sees an empty queue, in which nothing is counted", async () => {
    const { db } = await givenTagged();
    const filter = { ...wholeQueue, state: "all" as const };
    const of = (viewer: Viewer) => selectQueuePage(db, { filter, viewer, now });
    expect(await of(anyLead)).toMatchObject({
      total: 1,
      isNothingThere: false,
    });
    expect(await of(stranger)).toMatchObject({
      total: 0,
      isNothingThere: true,
      rows: [],
    });
  });

  test("is handed nothing by take next", async () => {
    const { db } = await givenTagged();
    expect(await claimNextResponse(db, { ...stranger, now })).toEqual({
      ok: false,
      reason: "nothing-left",
    });
  });

  test("opens no file, reads no text, no identity and no count of tags", async () => {
    const { db, responseId, passage } = await givenTagged();
    const { attachmentStore: store } = await makeTestContext(db);
    const { publicId } = await givenDraftFile(db, store, {
      draftId: (await givenDraft(db)).draft.id,
    });
    await db
      .updateTable("attachments")
      .set({ draft_id: null, response_id: responseId })
      .where("public_id", "=", publicId)
      .execute();
    const file = { publicId, isUnscannedAccepted: true, now };
    const opened = await openFileForStaff(db, store, {
      ...file,
      viewer: anyLead,
    });
    expect(opened.ok && (await text(opened.bytes))).toBe("A page of notes.\n");
    expect(
      await openFileForStaff(db, store, { ...file, viewer: stranger }),
    ).toEqual({ ok: false, reason: "not-found" });
    expect(
      await findAnswerText(db, { ...passage, viewer: stranger }),
    ).toBeUndefined();
    const asked = { responseId, purpose: "safeguarding" as const, now };
    expect(await readIdentity(db, { ...asked, viewer: stranger })).toEqual({
      ok: false,
      reason: "not-found",
    });
    expect(await selectTagList(db, anyLead)).toMatchObject([
      { passageCount: 1 },
    ]);
    expect(await selectTagList(db, stranger)).toMatchObject([
      { passageCount: 0 },
    ]);
  });

  test("decides nothing", async () => {
    const { db, responseId } = await givenTagged();
    const decision = { responseId, rowVersion: 1, assigneeId: null, note: "" };
    await expect(
      decideTriage(db, { ...decision, state: "spam", actor: stranger, now }),
    ).rejects.toThrow("sees no response");
  });
});
