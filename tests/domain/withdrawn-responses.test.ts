import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import {
  claimNextResponse,
  claimResponse,
} from "#app/domain/responses/claims.server.ts";
import { removePassage } from "#app/domain/tagging/passage-removal.server.ts";
import { selectPassages } from "#app/domain/tagging/passages.server.ts";
import {
  saveResponseTags,
  selectResponseTags,
} from "#app/domain/tagging/response-tags.server.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import {
  assignResponse,
  decideTriage,
} from "#app/domain/triage/decisions.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { addNote, selectNotes } from "#app/domain/triage/notes.server.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { watchRecords } from "#tests/asking/events.ts";
import { anyLead } from "#tests/given/people.ts";
import { givenReadingDesk, now } from "#tests/given/reading-desk.ts";
import { closeCase } from "#tests/given/safeguarding.ts";

type Desk = Awaited<ReturnType<typeof givenReadingDesk>>;
let desk: Desk;
let lead: Desk["amina"];
let publicId: string;

const standing = async () => {
  const { db, reference } = desk;
  const found = await findVisibleResponse(db, {
    reference,
    viewer: anyLead,
    now,
  });
  if (!found) throw new Error("The response is gone");
  return found;
};

/** A response with a tagged passage and a tag, which its sender took back; an earlier one stands before it. */
beforeEach(async () => {
  desk = await givenReadingDesk("I was moved. My nan took me in.");
  const { db, responseId, tagId, amina } = desk;
  const tagged = await desk.tag("moved");
  publicId = tagged.ok ? tagged.publicId : "";
  await saveResponseTags(db, {
    responseId,
    seenTagIds: [],
    tagIds: [tagId],
    actor: amina,
    now,
  });
  lead = (await desk.openAs("lead", "Lena")).staff;
  const outcome = await decideTriage(db, {
    ...{ responseId, actor: lead, now, assigneeId: null },
    ...{ rowVersion: 1, state: "withdrawn", note: "She wrote to us." },
  });
  if (!outcome.ok) throw new Error("It was not withdrawn");
});

const withdrawn = { ok: false, reason: "withdrawn" };

describe("of a response that was withdrawn", () => {
  const refused: [what: string, act: () => Promise<unknown>][] = [
    [
      "a reading",
      () =>
        claimResponse(desk.db, {
          ...desk.amina,
          responseId: desk.responseId,
          now,
        }),
    ],
    ["another state", async () => decide({ state: "triaged" })],
    [
      "another assignee",
      async () => decide({ assigneeId: desk.amina.staffId }),
    ],
    [
      "an assignee, by a form that was opened before",
      async () => decide({ assigneeId: desk.amina.staffId, rowVersion: 1 }),
    ],
    [
      "a decision made before it was withdrawn",
      async () => decide({ state: "triaged", rowVersion: 1, note: "Good." }),
    ],
    [
      "an assignee alone",
      () =>
        assignResponse(desk.db, {
          responseId: desk.responseId,
          rowVersion: 2,
          assigneeId: desk.amina.staffId,
          actor: lead,
          now,
        }),
    ],
    ["no tags", () => tags([])],
    ["a new tag", () => tags([desk.tagId], { name: "Kin", definition: "" })],
    ["a passage", () => desk.tag("nan")],
    [
      "a passage with a new tag",
      () =>
        tagPassage(desk.db, {
          ...{
            responseId: desk.responseId,
            answerId: desk.answerId,
            quote: "nan",
            memo: "",
          },
          ...{
            newTag: { name: "Kin", definition: "" },
            actor: lead,
            now,
            randomBytes,
          },
        }),
    ],
    [
      "a passage taken off",
      () =>
        removePassage(desk.db, {
          responseId: desk.responseId,
          publicId,
          actor: lead,
          now,
        }),
    ],
  ];

  test.each(refused)(
    "%s is refused and changes nothing",
    async (_what, act) => {
      const { db, responseId } = desk;
      const before = [
        await standing(),
        await selectPassages(db, responseId),
        await selectNotes(db, responseId),
      ];
      const records = await watchRecords(db);
      expect(await act()).toMatchObject(withdrawn);
      expect([
        await standing(),
        await selectPassages(db, responseId),
        await selectNotes(db, responseId),
      ]).toEqual(before);
      expect(await records.eventTypes()).toEqual([]);
      expect(
        (await selectResponseTags(db, responseId)).map(({ name }) => name),
      ).toEqual(["Moves"]);
    },
  );

  test("a note is written, alone or where a decision would have been", async () => {
    const { db, responseId } = desk;
    await addNote(db, {
      responseId,
      body: "Deleted from the report.",
      actor: desk.amina,
      now,
    });
    expect(await decide({ note: "She was told." })).toMatchObject({ ok: true });
    expect((await selectNotes(db, responseId)).map(({ body }) => body)).toEqual(
      ["She wrote to us.", "Deleted from the report.", "She was told."],
    );
  });

  test("a risk is told, and taken off by two who lead", async () => {
    const { db, responseId } = desk;
    await raiseSafeguardingFlag(db, {
      responseId,
      reason: "",
      actor: desk.amina,
      now,
    });
    expect((await standing()).isFlagged).toBe(true);
    const closed = await closeCase(db, { responseId, now });
    expect(closed).toMatchObject({ ok: true });
    expect((await standing()).isFlagged).toBe(false);
  });

  test("what is saved already may be sent again", async () => {
    expect(await tags([desk.tagId])).toMatchObject({ ok: true });
    expect(await decide({})).toMatchObject({ ok: true });
  });

  test("nobody is handed it, and the one before is theirs to work on", async () => {
    const { db, amina, earlierReference } = desk;
    const next = await claimNextResponse(db, { ...amina, now });
    expect(next).toMatchObject({ ok: true, reference: earlierReference });
    const viewer = amina;
    const earlier = await findVisibleResponse(db, {
      reference: earlierReference,
      viewer,
      now,
    });
    const responseId = earlier?.responseId ?? 0;
    const choice = {
      responseId,
      seenTagIds: [],
      tagIds: [desk.tagId],
      actor: amina,
      now,
    };
    expect(await saveResponseTags(db, choice)).toMatchObject({ ok: true });
  });
});

function decide(change: Partial<Parameters<typeof decideTriage>[1]>) {
  return decideTriage(desk.db, {
    ...{ responseId: desk.responseId, rowVersion: 2, state: "withdrawn" },
    ...{ assigneeId: null, note: "", actor: lead, now },
    ...change,
  });
}

function tags(tagIds: number[], newTag?: { name: string; definition: string }) {
  const { db, responseId, amina } = desk;
  return saveResponseTags(db, {
    responseId,
    seenTagIds: [desk.tagId],
    tagIds,
    newTag,
    actor: amina,
    now,
  });
}
