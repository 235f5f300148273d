import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { enqueueJob, runNextJob } from "#app/domain/jobs/jobs.server.ts";
import {
  claimNextResponse,
  claimResponse,
} from "#app/domain/responses/claims.server.ts";
import { recordReading } from "#app/domain/responses/readings.server.ts";
import {
  saveResponseTags,
  selectResponseTags,
} from "#app/domain/tagging/response-tags.server.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { addNote } from "#app/domain/triage/notes.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { givenColleague } from "#tests/given/people.ts";
import { givenQueue } from "#tests/given/queues.ts";
import {
  countEvents,
  givenTwoServers,
  times,
} from "#tests/given/two-servers.ts";

const now = new Date("2021-03-01T10:00:00.000Z");

/** The second of two responses, and somebody who reads it. */
async function givenReader() {
  const { db, atOnce } = await givenTwoServers();
  await givenResponse(db);
  const { responseId } = await givenResponse(db);
  const actor = await givenColleague(db);
  return { db, atOnce, responseId, actor };
}

const decide = (
  responseId: number,
  actor: Awaited<ReturnType<typeof givenColleague>>,
) => ({
  responseId,
  rowVersion: 1,
  assigneeId: null,
  note: "",
  actor,
  now,
});

test("six people who take the next at once are given six", async () => {
  const { db, atOnce } = await givenTwoServers();
  await givenQueue(db, 9);
  const people = [];
  for (let count = 0; count < 6; count += 1)
    people.push(await givenColleague(db));
  const taken = await atOnce(
    ...people.map(
      (person) => (on: Db) => claimNextResponse(on, { ...person, now }),
    ),
  );
  const references = taken.map((next) => next.ok && next.reference);
  expect(references).not.toContain(false);
  expect(new Set(references).size).toBe(6);
});

test("one person who presses take next twice is given one", async () => {
  const { db, atOnce } = await givenTwoServers();
  await givenQueue(db, 4);
  const person = await givenColleague(db);
  const taken = await atOnce(
    ...times(2, (on: Db) => claimNextResponse(on, { ...person, now })),
  );
  expect(new Set(taken.map((next) => next.ok && next.reference)).size).toBe(1);
});

test("of six who claim one response one has it, and five are told who", async () => {
  const { db, atOnce } = await givenTwoServers();
  await givenResponse(db);
  const { responseId } = await givenResponse(db);
  const people = [];
  for (let count = 0; count < 6; count += 1)
    people.push(await givenColleague(db));
  const claims = await atOnce(
    ...people.map(
      (person) => (on: Db) => claimResponse(on, { ...person, responseId, now }),
    ),
  );
  expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = claims.filter(
    (one) => !one.ok && one.reason === "claimed-by-other",
  );
  expect(refused).toHaveLength(5);
});

test("of two decisions at one version one is saved, and one is told of it", async () => {
  const { atOnce, responseId, actor } = await givenReader();
  const [one, other] = await atOnce(
    (on) =>
      decideTriage(on, { ...decide(responseId, actor), state: "triaged" }),
    (on) => decideTriage(on, { ...decide(responseId, actor), state: "spam" }),
  );
  expect([one, other].filter((outcome) => outcome?.ok)).toHaveLength(1);
  expect([one, other]).toContainEqual(
    expect.objectContaining({ reason: "stale" }),
  );
});

test("a flag that is raised while somebody decides stands", async () => {
  const { db, atOnce, responseId, actor } = await givenReader();
  await atOnce<unknown>(
    (on) =>
      decideTriage(on, { ...decide(responseId, actor), state: "triaged" }),
    (on) => raiseSafeguardingFlag(on, { responseId, reason: "", actor, now }),
    (on) => raiseSafeguardingFlag(on, { responseId, reason: "", actor, now }),
  );
  const row = await db
    .selectFrom("responses")
    .select("safeguarding_flag")
    .where("id", "=", responseId)
    .executeTakeFirst();
  expect(row).toEqual({ safeguarding_flag: 1 });
  expect(await countEvents(db, "response.safeguarding-raised")).toBe(1);
});

test("a note that is sent three times at once is one note", async () => {
  const { db, atOnce, responseId, actor } = await givenReader();
  const note = { responseId, body: "Look at the second answer.", actor, now };
  await atOnce(...times(3, (on: Db) => addNote(on, note)));
  expect(await db.selectFrom("notes").select("id").execute()).toHaveLength(1);
  expect(await countEvents(db, "response.note-added")).toBe(1);
});

test("of two who define one tag at once one does, and one is told that it is there", async () => {
  const { atOnce, actor } = await givenReader();
  const tag = { name: "Moves", definition: "", actor, now };
  const defined = await atOnce(
    (on) => defineTag(on, { ...tag, name: "Homes" }),
    (on) => defineTag(on, tag),
    (on) => defineTag(on, { ...tag, name: " moves" }),
  );
  expect(defined.filter(({ ok }) => ok)).toHaveLength(2);
  expect(defined).toContainEqual(
    expect.objectContaining({ reason: "name-taken" }),
  );
});

test("the tags that three people give a response at once all stand, each once", async () => {
  const { db, atOnce, responseId, actor } = await givenReader();
  const tagIds: number[] = [];
  for (const name of ["Homes", "Moves"]) {
    const tag = await defineTag(db, { name, definition: "", actor, now });
    if (tag.ok) tagIds.push(tag.tagId);
  }
  const save = (tagId: number | undefined) => (on: Db) =>
    saveResponseTags(on, {
      responseId,
      seenTagIds: [],
      tagIds: tagId === undefined ? [] : [tagId],
      actor,
      now,
    });
  const saved = await atOnce(save(tagIds[0]), save(tagIds[1]), save(tagIds[0]));
  expect(saved.every(({ ok }) => ok)).toBe(true);
  const standing = await selectResponseTags(db, responseId);
  expect(standing.map(({ tagId }) => tagId)).toEqual(tagIds);
});

test("a passage that is tagged three times at once is one passage", async () => {
  const { db, atOnce, responseId, actor } = await givenReader();
  const tag = await defineTag(db, {
    name: "Moves",
    definition: "",
    actor,
    now,
  });
  const { id: answerId } = await db
    .selectFrom("answers")
    .select("id")
    .where("response_id", "=", responseId)
    .where("question_id", "=", "what-first")
    .executeTakeFirstOrThrow();
  const passage = {
    responseId,
    answerId,
    tagId: tag.ok ? tag.tagId : 0,
    quote: "how often children move",
    memo: "",
    actor,
    now,
    randomBytes,
  };
  const tagged = await atOnce(...times(3, (on: Db) => tagPassage(on, passage)));
  expect(new Set(tagged.map((one) => one.ok && one.publicId)).size).toBe(1);
  expect(await db.selectFrom("passages").select("id").execute()).toHaveLength(
    1,
  );
});

test("a reading that begins three times at once is one event", async () => {
  const { db, atOnce, responseId, actor } = await givenReader();
  const reading = { responseId, staffId: actor.staffId, now };
  await atOnce(...times(3, (on: Db) => recordReading(on, reading)));
  expect(await countEvents(db, "response.read")).toBe(1);
});

test("eight workers run each of forty jobs once, and none goes without while there are some", async () => {
  const { db, atOnce } = await givenTwoServers();
  await db.transaction().execute(async (trx) => {
    for (let responseId = 1; responseId <= 40; responseId += 1)
      await enqueueJob(trx, {
        kind: "response.index",
        payload: { responseId },
        now,
      });
  });
  const ran: number[] = [];
  const unwanted = async () => {};
  const handlers = {
    "attachment.check": unwanted,
    "attachment.scan": unwanted,
    "attachment.extract-text": unwanted,
    "attachment.copy": unwanted,
    "attachment.recognise": unwanted,
    "import.work": async () => {},
    "project.work": async () => {},
    "safeguarding.tell": async () => {},
    "team.tell-handed-over": async () => {},
    "safeguarding.remind": async () => {},
    "mail.send": async () => {},
    "export.make": async () => {},
    "bulk.run": async () => {},
    "responses.due": async () => {},
    "call.publish": async () => {},
    "call.tell": async () => {},
    "response.index": async ({ responseId }: { responseId: number }) =>
      void ran.push(responseId),
  };
  const work = async (on: Db) => {
    const outcomes = [];
    for (let count = 0; count < 5; count += 1)
      outcomes.push(await runNextJob(on, { handlers, now: () => now }));
    return outcomes;
  };
  const outcomes = await atOnce(...times(8, work));
  expect(outcomes.flat().filter((outcome) => outcome === "done")).toHaveLength(
    40,
  );
  expect(new Set(ran).size).toBe(40);
  expect(ran).toHaveLength(40);
});
