import { expect, test } from "vitest";
import { addDefinitionVersion } from "#app/domain/calls/calls.server.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import {
  approveOpening,
  findOpeningProposal,
  proposeOpening,
  returnOpening,
} from "#app/domain/calls/openings.server.ts";
import {
  addPreviewLink,
  endPreviewLinks,
  isPreviewLinkStanding,
  selectPreviewLinks,
} from "#app/domain/calls/preview-links.server.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { givenColleague } from "#tests/given/people.ts";

const now = new Date("2026-11-27T18:00:00Z");
const opensAt = "2026-12-01T09:00:00.000Z";
const closesAt = "2026-12-15T17:00:00.000Z";

/** A call in preparation, after another one, and two who may keep calls. */
async function givenPair(times: { opensAt: string | null } = { opensAt }) {
  const { db, call, editing } = await givenEditor();
  const { staffId } = await givenColleague(db, { role: "lead" });
  const propose = async (own = times) => {
    const { rowVersion } = await findCall(db, call.id);
    const of = { ...editing, now, closesAt, ...own, seenVersion: rowVersion };
    return proposeOpening(db, of);
  };
  const found = () => findCall(db, call.id);
  const waiting = async () => findOpeningProposal(db, await found());
  const sealOf = async () => (await waiting()).proposed?.seal ?? "";
  const mine = { callId: call.id, staffId: editing.staffId, now };
  const theirs = { ...mine, staffId };
  return { db, call, propose, found, waiting, sealOf, mine, theirs };
}

test("a call opens for the first time by two, at the times that the second looked at", async () => {
  const { db, propose, found, waiting, sealOf, mine, theirs } =
    await givenPair();
  expect(await propose()).toEqual({ ok: true });
  const seal = await sealOf();
  expect(await found()).toMatchObject({ state: "draft", opensAt: null });
  expect(await approveOpening(db, { ...mine, seal })).toMatchObject({
    reason: "own-proposal",
  });
  expect(await found()).toMatchObject({ state: "draft" });
  expect(await approveOpening(db, { ...theirs, seal })).toEqual({ ok: true });
  expect(await found()).toMatchObject({
    ...{ state: "closing-announced", opensAt, closesAt },
  });
  expect((await waiting()).proposed).toBeUndefined();
  expect(await approveOpening(db, { ...theirs, seal })).toMatchObject({
    reason: "not-proposed",
  });
});

test("an opening without a time is the moment of its approval", async () => {
  const { db, propose, found, sealOf, theirs } = await givenPair();
  await propose({ opensAt: null });
  const later = new Date("2026-11-28T07:00:00Z");
  const of = { ...theirs, now: later, seal: await sealOf() };
  expect(await approveOpening(db, of)).toEqual({ ok: true });
  expect(await found()).toMatchObject({ opensAt: later.toISOString() });
});

test("other words and other times take it back, and what was seen before is not approved", async () => {
  const { db, call, propose, waiting, sealOf, mine, theirs } =
    await givenPair();
  await propose();
  const seal = await sealOf();
  const again = "2026-12-02T09:00:00.000Z";
  await proposeOpening(db, {
    ...{ ...mine, opensAt: again, closesAt, seenVersion: call.rowVersion },
  });
  expect(await approveOpening(db, { ...theirs, seal })).toMatchObject({
    reason: "changed-meanwhile",
  });
  const { definition } = call;
  const actor = { kind: "system" } as const;
  await addDefinitionVersion(db, { callId: call.id, definition, actor, now });
  expect((await waiting()).proposed).toBeUndefined();
  await propose();
  const newest = await sealOf();
  expect(newest).not.toBe("");
  await changeCallState(db, {
    ...{ callId: call.id, to: "open", closesAt: null, actor, now },
  });
  expect(await approveOpening(db, { ...theirs, seal: newest })).toMatchObject({
    reason: "not-proposed",
  });
});

test("it is sent back with a note, or taken back by who asked", async () => {
  const { db, propose, waiting, sealOf, mine, theirs } = await givenPair();
  await propose();
  const note = "Not before the Chair has seen it.";
  const seal = await sealOf();
  await returnOpening(db, { ...theirs, seal, note });
  expect(await waiting()).toMatchObject({
    ...{ proposed: undefined, returned: { note, staffId: theirs.staffId } },
  });
  expect(await approveOpening(db, { ...theirs, seal })).toMatchObject({
    reason: "not-proposed",
  });
  await propose();
  expect((await waiting()).returned).toBeUndefined();
  await returnOpening(db, { ...mine, seal: await sealOf(), note: "" });
  expect(await waiting()).toEqual({ proposed: undefined, returned: undefined });
});

test("a time that has come meanwhile is not approved", async () => {
  const { db, propose, found, sealOf, theirs } = await givenPair();
  await propose();
  const of = { ...theirs, now: new Date(closesAt), seal: await sealOf() };
  expect(await approveOpening(db, of)).toMatchObject({ reason: "time-passed" });
  expect(await found()).toMatchObject({ state: "draft" });
});

test("a link to a preview stands until its time or until it is ended, and goes with the next after its time", async () => {
  const { db, call, editing } = await givenEditor();
  const endsAt = new Date(closesAt);
  const made = { ...editing, version: null, endsAt };
  const other = { ...made, callId: call.id - 1, version: 1 };
  await addPreviewLink(db, other);
  const first = await addPreviewLink(db, made);
  const second = await addPreviewLink(db, made);
  const of = { ...editing, now: editing.now };
  const standing = async (at: Date) =>
    (await selectPreviewLinks(db, { ...of, now: at })).map((one) => one.linkId);
  expect(await standing(now)).toEqual([second, first]);
  expect(await standing(endsAt)).toEqual([]);
  expect(await endPreviewLinks(db, { ...of, linkId: first })).toBe(1);
  expect(await endPreviewLinks(db, { ...of, linkId: first })).toBe(0);
  const stands = (linkId: number) =>
    isPreviewLinkStanding(db, { linkId, callId: call.id });
  expect([await stands(first), await stands(second)]).toEqual([false, true]);
  expect(await endPreviewLinks(db, of)).toBe(1);
  expect(await selectPreviewLinks(db, { ...other, now })).toHaveLength(1);
  await addPreviewLink(db, { ...made, now: endsAt });
  const left = await db.selectFrom("preview_links").select("id").execute();
  expect(left).toHaveLength(1);
});
