import { describe, expect, test } from "vitest";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import {
  changeResponse,
  findLastChange,
} from "#app/domain/responses/changes.server.ts";
import { claimResponse } from "#app/domain/responses/claims.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import type { Viewer } from "#app/domain/responses/visible-responses.ts";
import { removePassage } from "#app/domain/tagging/passage-removal.server.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import {
  answerProposal,
  proposeOutcome,
} from "#app/domain/responses/safeguarding/deciding.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { addNote } from "#app/domain/triage/notes.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { givenReading, now } from "#tests/given/readings.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";

const later = new Date(now.getTime() + 20 * 60_000);

type Reading = Awaited<ReturnType<typeof givenReading>>;

/** What a person can do to a response that they are reading. */
const changes: [
  what: string,
  make: (reading: Reading, actor: Viewer) => Promise<unknown>,
][] = [
  [
    "a note",
    ({ db, responseId }, actor) =>
      addNote(db, { responseId, body: "Read on.", actor, now: later }),
  ],
  [
    "the same note again",
    async ({ db, responseId }, actor) => {
      const note = { responseId, body: "Read on.", actor };
      await addNote(db, { ...note, now });
      return addNote(db, { ...note, now: later });
    },
  ],
  [
    "a flag",
    ({ db, responseId }, actor) =>
      raiseSafeguardingFlag(db, { responseId, reason: "", actor, now: later }),
  ],
  [
    "a flag that is taken off",
    async ({ db, responseId }, actor) => {
      const flag = { responseId, reason: "Told.", actor: { ...actor } };
      await raiseSafeguardingFlag(db, { ...flag, now });
      await proposeOutcome(db, {
        ...{ responseId, words: "Told.", now },
        ...{ outcome: "passed-on", ending: "release" },
        actor: await givenColleague(db, { role: "lead" }),
      });
      const lead = { ...actor, role: "lead" as const };
      return answerProposal(db, {
        ...{ responseId, words: "Yes.", now: later, actor: lead },
        ...{ answer: "agreed", proposalId: 1 },
      });
    },
  ],
  [
    "the tags of the response",
    ({ db, responseId, passage }, actor) =>
      saveResponseTags(db, {
        responseId,
        seenTagIds: [],
        tagIds: [passage.tagId],
        actor,
        now: later,
      }),
  ],
  [
    "the tags that it has already",
    ({ db, responseId }, actor) =>
      saveResponseTags(db, {
        responseId,
        seenTagIds: [],
        tagIds: [],
        actor,
        now: later,
      }),
  ],
  [
    "a passage",
    ({ db, passage }, actor) =>
      tagPassage(db, { ...passage, actor, now: later }),
  ],
  [
    "a passage that is removed",
    async ({ db, passage }, actor) => {
      const tagged = await tagPassage(db, { ...passage, actor, now });
      const { responseId } = passage;
      const publicId = tagged.ok ? tagged.publicId : "";
      return removePassage(db, { responseId, publicId, actor, now: later });
    },
  ],
  [
    "a decision that leaves it in triage",
    ({ db, responseId }, actor) =>
      decideTriage(db, {
        responseId,
        rowVersion: 1,
        state: "in-triage",
        assigneeId: actor.staffId,
        note: "",
        actor,
        now: later,
      }),
  ],
];

async function claimEnd({ db, responseId }: Reading) {
  const seen = { responseId, viewer: anyLead, now };
  return (await readVisibleResponse(db, seen)).claim?.expiresAt;
}

describe.each(changes)("%s", (_what, make) => {
  test("gives whoever is reading the response their time again", async () => {
    const reading = await givenReading();
    const { db, responseId, actor } = reading;
    await claimResponse(db, { ...actor, responseId, now });
    await make(reading, actor);
    expect(await claimEnd(reading)).toBe("2026-11-22T09:50:00.000Z");
  });

  test("of a colleague leaves their time as it was", async () => {
    const reading = await givenReading();
    const { db, responseId, actor, lead } = reading;
    await claimResponse(db, { ...actor, responseId, now });
    await make(reading, { ...lead, role: "reviewer" });
    const end = await claimEnd(reading);
    // Handing the work to somebody else ends the claim.
    expect([undefined, "2026-11-22T09:30:00.000Z"]).toContain(end);
  });
});

describe("a change of a response", () => {
  const change = {
    set: { assigneeId: null },
    events: [{ type: "response.assigned" }],
    now,
  };

  test("is refused where somebody saved something since, and writes nothing", async () => {
    const { db, actor } = await givenReading();
    const { responseId } = await givenResponse(db);
    const mine = { ...change, responseId, actor };
    const make = (rowVersion?: number) =>
      db.transaction().execute((trx) =>
        changeResponse(trx, {
          ...mine,
          ...(rowVersion !== undefined && { rowVersion }),
        }),
      );
    expect(await make(1)).toEqual({ ok: true, rowVersion: 2 });
    const subject = { kind: "response" as const, id: responseId };
    const before = await selectHistory(db, subject);
    expect(await make(1)).toEqual({ ok: false, reason: "stale" });
    expect(await selectHistory(db, subject)).toEqual(before);
    expect(await make()).toEqual({ ok: true, rowVersion: 3 });
  });

  test("is told by the version it made, also where others changed other responses", async () => {
    const { db, actor, responseId } = await givenReading();
    const other = await givenResponse(db);
    for (const id of [responseId, other.responseId])
      await db
        .transaction()
        .execute((trx) =>
          changeResponse(trx, { ...change, responseId: id, actor }),
        );
    expect(
      await findLastChange(db, { responseId: other.responseId, rowVersion: 2 }),
    ).toEqual({ changedBy: "Amina", changedAt: now.toISOString() });
    expect(
      await findLastChange(db, { responseId, rowVersion: 3 }),
    ).toBeUndefined();
  });
});
