import { describe, expect, test } from "vitest";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import { decideRedactions } from "#app/domain/redaction/decide.server.ts";
import { proposeSuggestions } from "#app/domain/redaction/propose.server.ts";
import { nothingWithheld } from "#app/domain/responses/withheld-words.server.ts";
import { readToRedact } from "#app/domain/redaction/reading.server.ts";
import { listWaitingRedactions } from "#app/domain/redaction/waiting.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import { randomBytes } from "node:crypto";
import { now } from "#tests/given/coded.ts";
import { givenRedacting } from "#tests/given/redacting.ts";

describe("words are proposed to be redacted", () => {
  test("by quoting them, in code points after an emoji; no word is kept nor told in the log", async () => {
    const { db, propose, rows, place } = await givenRedacting();
    expect(await propose("Dr Amira Khan")).toEqual({ ok: true, added: 1 });
    expect(await rows()).toMatchObject([
      { startOffset: 36, endOffset: 49, state: "proposed", reason: "name" },
    ]);
    const subject = { kind: "response", id: place.responseId } as const;
    const history = await selectHistory(db, subject);
    expect(history.at(-1)).toMatchObject({
      type: "redaction.proposed",
      actorName: "Amina",
      details: { startOffset: 36, endOffset: 49, reason: "name" },
    });
    const kept = await db.selectFrom("redactions").selectAll().execute();
    expect(JSON.stringify([history, kept])).not.toContain("Amira");
  });

  test("at the place that was selected, where they stand twice; else the places are asked", async () => {
    const { propose, rows } = await givenRedacting();
    expect(await propose("Nia Rees")).toMatchObject({
      reason: "quote-ambiguous",
      places: [{ startOffset: 7 }, { startOffset: 58 }],
    });
    await propose("Nia Rees", { startOffset: 58, endOffset: 66 });
    expect(await rows()).toMatchObject([{ startOffset: 58 }]);
  });

  test("once, whoever proposes them again", async () => {
    const { propose, rows, ben } = await givenRedacting();
    await propose("Dr Amira Khan");
    expect(await propose("Dr Amira Khan", { actor: ben })).toEqual({
      ok: true,
      added: 0,
    });
    expect(await rows()).toMatchObject([{ proposedBy: "Amina" }]);
  });

  test("by two people at once, and stand once", async () => {
    const { propose, rows, ben } = await givenRedacting();
    const outcomes = await Promise.all([
      propose("Dr Amira Khan"),
      propose("Dr Amira Khan", { actor: ben }),
    ]);
    expect(outcomes.map((one) => one.ok && one.added).sort()).toEqual([0, 1]);
    expect(await rows()).toHaveLength(1);
  });

  test("several suggestions at once; one that nothing suggests lets none through", async () => {
    const { db, place, amina, rows } = await givenRedacting();
    const { answerId } = place;
    const phone = { answerId, startOffset: 22, endOffset: 34 };
    const suggestions = [{ ...phone, reason: "phone" as const }];
    const proposal = { ...place, actor: amina, now, randomBytes };
    const made = { ...phone, endOffset: 35, reason: "phone" as const };
    expect(
      await proposeSuggestions(db, {
        ...proposal,
        suggestions: [...suggestions, made],
      }),
    ).toEqual({ ok: false, reason: "words-changed" });
    expect(await rows()).toEqual([]);
    const name = { answerId, startOffset: 7, endOffset: 15 };
    suggestions.push({ ...name, reason: "name" as never });
    expect(await proposeSuggestions(db, { ...proposal, suggestions })).toEqual({
      ok: true,
      added: 2,
    });
  });
});

describe("two people stand behind a redaction", () => {
  test("whoever proposed it can neither approve nor refuse it, but take it back", async () => {
    const { propose, decide, ids, rows, amina } = await givenRedacting();
    await propose("Dr Amira Khan");
    const own = { ok: false, reason: "own-proposal" };
    expect(await decide("approve", await ids(), amina)).toEqual(own);
    expect(await decide("refuse", await ids(), amina)).toEqual(own);
    expect(await decide("take-back", await ids())).toEqual({
      ok: false,
      reason: "not-yours",
    });
    expect((await decide("take-back", await ids(), amina)).ok).toBe(true);
    expect(await rows()).toMatchObject([
      { state: "taken-back", decidedBy: null },
    ]);
  });

  test("one of a colleague's and one's own are decided together by nobody", async () => {
    const { propose, decide, ids, rows, ben } = await givenRedacting();
    await propose("Dr Amira Khan");
    await propose("07700 900123", { actor: ben });
    expect(await decide("approve", await ids())).toMatchObject({ ok: false });
    expect(await rows()).toMatchObject([
      { state: "proposed" },
      { state: "proposed" },
    ]);
  });

  test("a second person approves, and may change their mind; who proposed it cannot lift it", async () => {
    const { propose, decide, ids, rows, amina } = await givenRedacting();
    await propose("Dr Amira Khan");
    expect(await decide("approve", await ids())).toEqual({
      ok: true,
      decided: 1,
    });
    expect(await rows()).toMatchObject([
      { state: "approved", decidedBy: "Ben" },
    ]);
    expect((await decide("take-back", await ids(), amina)).ok).toBe(false);
    expect((await decide("refuse", await ids(), amina)).ok).toBe(false);
    expect((await decide("refuse", await ids())).ok).toBe(true);
    await propose("Dr Amira Khan");
    expect(await rows()).toMatchObject([
      { state: "refused" },
      { state: "proposed" },
    ]);
  });

  test("of two who decide at once one is told that the other was faster", async () => {
    const { propose, decide, ids, lead } = await givenRedacting();
    await propose("Dr Amira Khan");
    const publicIds = await ids();
    const outcomes = await Promise.all([
      decide("approve", publicIds),
      decide("refuse", publicIds, lead),
      decide("approve", publicIds, lead),
    ]);
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(outcomes).toContainEqual({
      ok: false,
      reason: "decided-meanwhile",
    });
  });

  test("one of another response is not found at this one's address", async () => {
    const { db, propose, ids, answer, ben } = await givenRedacting();
    await propose("Dr Amira Khan");
    const { responseId } = await answer("Another.");
    const decision = { responseId, publicIds: await ids(), actor: ben, now };
    expect(
      await decideRedactions(db, { ...decision, move: "approve" }),
    ).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("what waits for a second person", () => {
  test("is told apart from one's own, the longest waiting first", async () => {
    const { db, propose, ben, amina } = await givenRedacting();
    await propose("Dr Amira Khan");
    await propose("07700 900123", { actor: ben });
    await propose("Nia Rees", { startOffset: 7, endOffset: 15 });
    expect(await listWaitingRedactions(db, { viewer: ben, now })).toMatchObject(
      [{ own: 1, forViewer: 2 }],
    );
    expect(
      await listWaitingRedactions(db, { viewer: amina, now }),
    ).toMatchObject([{ own: 2, forViewer: 1 }]);
  });

  test("is nothing of a response that its sender took back, and nothing is proposed there", async () => {
    const { db, propose, decide, ids, place, ben } = await givenRedacting();
    await propose("Dr Amira Khan");
    await withdrawOwnResponse(db, { ...place, now });
    expect(await listWaitingRedactions(db, { viewer: ben, now })).toEqual([]);
    const withdrawn = { ok: false, reason: "withdrawn" };
    expect(await propose("Nia Rees")).toEqual(withdrawn);
    expect(await decide("approve", await ids())).toEqual(withdrawn);
    const seen = { ...place, viewer: ben, now };
    const response = await readVisibleResponse(db, seen);
    expect(await readToRedact(db, response, nothingWithheld)).toEqual({
      answers: [],
      files: [],
      staleCount: 0,
    });
  });
});
