import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { selectEvents, verifyChain } from "#app/domain/audit/audit.server.ts";
import type { HeldBackDecision } from "#app/domain/responses/held-back.ts";
import {
  countHeldBack,
  decideHeldBack,
  openHeldBack,
  selectHeldBackPage,
} from "#app/domain/responses/held-back.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import { selectOwnEvents } from "#app/domain/responses/own-responses.server.ts";
import { countResponsesForPublic } from "#app/domain/responses/public-counts.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import {
  countVisibleResponses,
  findVisibleResponse,
  selectVisibleResponses,
} from "#app/domain/responses/visible-responses.server.ts";
import { defineTag, selectTagList } from "#app/domain/tagging/tags.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  givenCall,
  givenDraft,
  givenResponse,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { messages } from "#tests/asking/sent-drafts.ts";
import { testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";

const now = new Date("2026-11-22T09:00:00Z");
let db: Db;
let call: Call;
let lead: StaffMember;
let earlier: { responseId: number; reference: string };

/** An earlier response, of the same words, that nothing speaks against. */
beforeEach(async () => {
  ({ db } = openTestDatabase());
  call = await givenCall(db);
  lead = await givenColleague(db, { role: "lead" });
  const received = { receivedAt: new Date("2026-11-20T09:00:00Z") };
  earlier = await givenResponse(db, { call, ...received });
  await indexResponse(db, earlier);
});

type Sent = { tookMs?: number; hasFilledTrap?: boolean; tellsOfRisk?: boolean };

async function givenSent({ tookMs = 60_000, ...told }: Sent = {}) {
  const begun = new Date(now.getTime() - tookMs);
  const { draft, holderKey } = await givenDraft(db, { call, now: begun });
  const { hasFilledTrap = false, tellsOfRisk = false } = told;
  const sent = await submitDraft(db, {
    ...{ draftId: draft.id, tellsOfRisk },
    form: { hasFilledTrap, isSentAgain: () => false },
    ...{ holderKey, secret: testSecret, messages, now, randomBytes },
  });
  const reference = sent.ok ? sent.reference : "";
  const { id: responseId } = await db
    .selectFrom("responses")
    .select("id")
    .where("reference", "=", reference)
    .executeTakeFirstOrThrow();
  await indexResponse(db, { responseId });
  return { responseId, reference };
}

const decide = (reference: string, decision: HeldBackDecision, actor = lead) =>
  decideHeldBack(db, { reference, decision, actor, now });

const standingOf = async () =>
  Object.fromEntries(await countHeldBack(db, lead));

/** The references that each way of staff to responses leads to, and what is counted. */
async function lookEverywhere() {
  const seen = { viewer: lead, now };
  const all = { ...wholeQueue, state: "all" as const };
  const listed = async (filter: Partial<typeof wholeQueue>) => {
    const page = await selectQueuePage(db, {
      ...{ filter: { ...all, ...filter }, ...seen },
    });
    return page.rows.map(({ reference }) => reference).sort();
  };
  const rows = await db.selectFrom("responses").select("id").execute();
  const responseIds = rows.map(({ id }) => id);
  const found = await selectVisibleResponses(db, { responseIds, ...seen });
  const counted = await countVisibleResponses(db, {
    ...{ viewer: lead, callId: call.id },
  });
  const countedOfAll = await countVisibleResponses(db, {
    ...{ viewer: lead, callId: undefined },
  });
  const [tag] = await selectTagList(db, lead);
  return {
    queue: await listed({ state: "to-do" }),
    all: await listed({}),
    searched: await listed({ q: "children" }),
    tagged: await listed({ tagId: tag?.tagId }),
    found: found.map(({ reference }) => reference).sort(),
    received: [counted.get("received"), countedOfAll.get("received")],
    tagCount: tag?.responseCount,
  };
}

async function tagAll() {
  const words = { name: "Kinship", definition: "" };
  const tag = await defineTag(db, { ...words, actor: lead, now });
  const rows = await db.selectFrom("responses").select("id").execute();
  for (const { id } of rows)
    await db
      .insertInto("response_tags")
      .values({
        ...{ response_id: id, tag_id: tag.ok ? tag.tagId : 0 },
        ...{ tagged_by: lead.staffId, tagged_at: now.toISOString() },
      })
      .execute();
}

const everywhere = (references: string[]) => {
  const sorted = [...references].sort();
  const number = references.length;
  return {
    ...{ queue: sorted, all: sorted, searched: sorted, tagged: sorted },
    ...{ found: sorted, received: [number, number], tagCount: number },
  };
};

describe("what is held back", () => {
  test("is kept whole, and is in no list, count, search, tag or claim until it is let in", async () => {
    const { reference } = await givenSent({ hasFilledTrap: true });
    await tagAll();
    expect(await lookEverywhere()).toEqual(everywhere([earlier.reference]));
    const claim = { ...lead, now };
    const first = await claimNextResponse(db, claim);
    expect(first).toMatchObject({ reference: earlier.reference });
    const other = await givenColleague(db);
    expect(await claimNextResponse(db, { ...other, now })).toEqual({
      ...{ ok: false, reason: "all-claimed" },
    });
    await db
      .updateTable("responses")
      .set({ claimed_by: null, claim_expires_at: null, state: "received" })
      .execute();
    const opened = await openHeldBack(db, { reference, staff: lead, now });
    expect(opened?.words).toContainEqual(
      expect.objectContaining({ text: someAdvice["what-first"] }),
    );
    expect(await decide(reference, "let-in")).toMatchObject({ ok: true });
    expect(await lookEverywhere()).toEqual(
      everywhere([earlier.reference, reference]),
    );
    expect(await decide(reference, "undo")).toMatchObject({ ok: true });
    expect(await lookEverywhere()).toEqual(everywhere([earlier.reference]));
  });

  test("is not among what the public is told", async () => {
    for (let count = 0; count < 8; count += 1)
      await givenResponse(db, { call });
    const { reference } = await givenSent({ hasFilledTrap: true });
    expect(await countResponsesForPublic(db)).toEqual(new Map());
    await decide(reference, "let-in");
    expect(await countResponsesForPublic(db)).toEqual(new Map([[call.id, 10]]));
  });

  test("is taken back by its sender like any other, and says nothing from then on", async () => {
    const { responseId, reference } = await givenSent({ tookMs: 0 });
    await withdrawOwnResponse(db, { responseId, now });
    const opened = await openHeldBack(db, { reference, staff: lead, now });
    expect(opened?.words).toEqual([]);
    expect(opened?.response).toMatchObject({ excerpt: "", state: "withdrawn" });
    expect(await lookEverywhere()).toMatchObject({ all: [earlier.reference] });
    const events = await selectOwnEvents(db, responseId);
    expect(events.map(({ type }) => type)).not.toContain("response.read");
  });

  test("what a person sent is with the others at once", async () => {
    const { reference } = await givenSent();
    expect(await standingOf()).toEqual({});
    const seen = { viewer: lead, now };
    expect(await findVisibleResponse(db, { reference, ...seen })).toBeDefined();
  });
});

describe("whoever leads", () => {
  test("keeps out, undoes it and lets in, each of them an event, and nothing is deleted", async () => {
    const { responseId, reference } = await givenSent({ hasFilledTrap: true });
    await givenSent({ tookMs: 0 });
    await decide(reference, "keep-out");
    expect(await standingOf()).toEqual({ waiting: 1, "kept-out": 1 });
    const kept = { viewer: lead, standing: "kept-out" as const, page: 1 };
    expect(await selectHeldBackPage(db, kept)).toMatchObject([
      { reference, decisions: ["let-in", "undo"], reasons: ["filled-trap"] },
    ]);
    expect(await lookEverywhere()).toMatchObject({ all: [earlier.reference] });
    await decide(reference, "undo");
    expect(await standingOf()).toEqual({ waiting: 2 });
    await decide(reference, "let-in");
    const subject = { kind: "response" as const, id: responseId };
    const events = await selectEvents(db, { subject });
    expect(events.map(({ type }) => type)).toEqual([
      "response.received",
      "response.held-back",
      "response.kept-out",
      "response.held-back-again",
      "response.let-in",
    ]);
    expect(await verifyChain(db)).toMatchObject({ ok: true });
  });

  test("is told where a colleague was quicker, and where somebody works on it", async () => {
    await givenSent({ hasFilledTrap: true });
    const { reference } = await givenSent({ hasFilledTrap: true });
    await decide(reference, "let-in");
    const tooLate = { ok: false, reason: "too-late" };
    expect(await decide(reference, "keep-out")).toEqual(tooLate);
    const colleague = await givenColleague(db);
    for (const person of [lead, colleague])
      await claimNextResponse(db, { ...person, now });
    expect(await decide(reference, "undo")).toEqual(tooLate);
    const isFree = { claimed_by: null, claim_expires_at: null };
    await db
      .updateTable("responses")
      .set({ ...isFree, state: "received", assignee_id: colleague.staffId })
      .execute();
    expect(await decide(reference, "undo")).toEqual(tooLate);
    expect(await decide(earlier.reference, "let-in")).toMatchObject({
      reason: "not-found",
    });
  });

  test("alone sees what is held back", async () => {
    const { reference } = await givenSent({ hasFilledTrap: true });
    const reviewer = await givenColleague(db);
    expect(await countHeldBack(db, reviewer)).toEqual(new Map());
    const asked = { reference, staff: reviewer, now };
    expect(await openHeldBack(db, asked)).toBe(undefined);
    expect(await decide(reference, "let-in", reviewer)).toEqual({
      ...{ ok: false, reason: "not-allowed" },
    });
    expect(await standingOf()).toEqual({ waiting: 1 });
  });
});
