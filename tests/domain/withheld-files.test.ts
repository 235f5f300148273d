import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import {
  readLook,
  selectLookedAt,
  tellNothingToRedact,
} from "#app/domain/redaction/looks.server.ts";
import { proposeToWithhold } from "#app/domain/redaction/propose.server.ts";
import {
  readOpenRedactions,
  readToRedact,
} from "#app/domain/redaction/reading.server.ts";
import { listWaitingRedactions } from "#app/domain/redaction/waiting.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import type { Viewer } from "#app/domain/responses/visible-responses.ts";
import { withheldFrom } from "#app/domain/responses/withheld-words.server.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { now } from "#tests/given/coded.ts";
import { givenFileText } from "#tests/given/files.ts";
import { givenRedacting } from "#tests/given/redacting.ts";

/** A response with two files, of which the second is proposed to be withheld. */
async function givenWithheld() {
  const given = await givenRedacting();
  const { db, amina, place } = given;
  const { responseId } = place;
  const other = await givenFileText(db, responseId, { text: "Zopenzq." });
  const attachmentId = await givenFileText(db, responseId, {
    text: "Zsecretzq came.",
  });
  const { public_id: publicId } = await db
    .updateTable("attachments")
    .set({ original_name: "Nia Rees.pdf", about: "Znotezq" })
    .where("id", "=", attachmentId)
    .returning("public_id")
    .executeTakeFirstOrThrow();
  const propose = (actor: Viewer = amina, id = publicId) =>
    proposeToWithhold(db, {
      ...{ responseId, publicId: id, reason: "third-person" as const },
      ...{ actor, now, randomBytes },
    });
  const read = async (viewer: Viewer) => {
    const response = await readVisibleResponse(db, {
      ...{ responseId, viewer, now },
    });
    if (!response) throw new Error("No response");
    return response;
  };
  return { ...given, responseId, attachmentId, other, propose, read };
}

test("a file is withheld as words are redacted: one proposes, another approves, another lifts it", async () => {
  const given = await givenWithheld();
  const { db, amina, ben, propose, decide, ids, responseId } = given;
  expect(await propose()).toEqual({ ok: true, added: 1 });
  expect(await propose(ben)).toEqual({ ok: true, added: 0 });
  expect(await propose(amina, "no-such")).toEqual({
    ...{ ok: false, reason: "source-not-found" },
  });
  const waiting = await listWaitingRedactions(db, { viewer: ben, now });
  expect(waiting).toMatchObject([{ forViewer: 1, own: 0 }]);
  expect(await decide("approve", await ids(), amina)).toEqual({
    ...{ ok: false, reason: "own-proposal" },
  });
  expect(await decide("approve", await ids())).toMatchObject({ ok: true });
  expect(await decide("refuse", await ids(), amina)).toMatchObject({
    ...{ ok: false, reason: "own-proposal" },
  });
  expect(await decide("refuse", await ids())).toMatchObject({ ok: true });
  expect(await propose(ben)).toEqual({ ok: true, added: 1 });
  const history = await selectHistory(db, { kind: "response", id: responseId });
  const told = history.filter(({ type }) => type.startsWith("redaction."));
  expect(told.map(({ type, details }) => ({ type, details }))).toMatchObject(
    ["proposed", "approved", "refused", "proposed"].map((what) => ({
      type: `redaction.${what}`,
      details: { attachmentId: given.attachmentId, reason: "third-person" },
    })),
  );
});

test("who may not see originals reads neither name nor text of a file that is withheld, tags nothing in it, and finds it by nothing", async () => {
  const given = await givenWithheld();
  const { db, amina, ben, lead, attachmentId, responseId, other } = given;
  const isFound = async (q: string) => {
    await indexResponse(db, { responseId });
    const filter = { ...wholeQueue, state: "all" as const, q };
    const page = await selectQueuePage(db, { filter, viewer: lead, now });
    return page.rows.length > 0;
  };
  await given.propose();
  expect(await isFound("Zsecretzq")).toBe(true);
  await given.decide("approve", await given.ids());
  expect(await isFound("Zsecretzq")).toBe(false);
  expect(await isFound("Znotezq")).toBe(false);
  expect(await isFound("Zopenzq")).toBe(true);
  const filesFor = async (viewer: Viewer) => {
    const withheld = await withheldFrom(db, viewer, [responseId]);
    const response = await given.read(viewer);
    const { files, staleCount } = await readToRedact(db, response, withheld);
    expect(staleCount).toBe(0);
    return files.map(({ name }) => name);
  };
  expect(await filesFor(ben)).toEqual(["letter.pdf", undefined]);
  expect(await filesFor(lead)).toEqual(["letter.pdf", "Nia Rees.pdf"]);
  const tagId = await given.tag("Support");
  const tagIn = (actor: Viewer, id: number, quote: string) =>
    tagPassage(db, {
      ...{ responseId, attachmentId: id, quote, tagId, memo: "" },
      ...{ actor, now, randomBytes },
    });
  expect(await tagIn(amina, attachmentId, "came")).toMatchObject({
    reason: "source-not-found",
  });
  expect(await tagIn(lead, attachmentId, "came")).toMatchObject({ ok: true });
  expect(await tagIn(amina, other, "Zopenzq")).toMatchObject({ ok: true });
});

test("a response with a file that is withheld, or may be, is looked at, and not without anything to redact", async () => {
  const given = await givenWithheld();
  const { db, amina, responseId, propose, decide, ids } = given;
  const look = () =>
    tellNothingToRedact(db, { responseId, version: 1, actor: amina, now });
  const isLookedAt = async () =>
    (await selectLookedAt(db, [{ responseId, answersVersion: 1 }])).has(
      responseId,
    );
  expect(await isLookedAt()).toBe(false);
  expect(await look()).toEqual({ ok: true });
  expect(await isLookedAt()).toBe(true);
  await propose();
  const response = await given.read(amina);
  expect(await readLook(db, response)).toBeUndefined();
  expect(await look()).toMatchObject({ reason: "has-redactions" });
  expect(await isLookedAt()).toBe(true);
  expect(await readOpenRedactions(db, response)).toEqual([
    expect.objectContaining({
      ...{ source: `file-${given.attachmentId}`, state: "proposed" },
      reason: "third-person",
    }),
  ]);
  await decide("take-back", await ids(), amina);
  expect(await isLookedAt()).toBe(false);
});
