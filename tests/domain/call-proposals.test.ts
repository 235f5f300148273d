import { expect, test } from "vitest";
import { addPage, changePage } from "#app/domain/calls/authoring/edits.ts";
import {
  approveWorkingCopy,
  findProposal,
  proposeWorkingCopy,
  returnWorkingCopy,
} from "#app/domain/calls/authoring/proposals.server.ts";
import {
  discardWorkingCopy,
  publishWorkingCopy,
} from "#app/domain/calls/authoring/publish.server.ts";
import { textChangesOf } from "#app/domain/calls/authoring/text-changes.ts";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import {
  seenOf,
  toWorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import {
  selectVersions,
  selectVersionsAfter,
} from "#app/domain/calls/versions.server.ts";
import { givenChange } from "#tests/given/authoring.ts";

test("what the public sees is changed by two: one proposes, another approves, and that publishes it", async () => {
  const { db, call, mine, theirs } = await givenChange();
  expect(await publishWorkingCopy(db, mine)).toMatchObject({
    reason: "needs-second-person",
  });
  expect(await approveWorkingCopy(db, theirs)).toMatchObject({
    reason: "not-proposed",
  });
  expect(await proposeWorkingCopy(db, mine)).toEqual({ ok: true });
  expect(await findProposal(db, call.id)).toMatchObject({
    proposed: { staffId: mine.staffId },
  });
  expect(await approveWorkingCopy(db, mine)).toMatchObject({
    reason: "own-proposal",
  });
  expect(await selectVersions(db, call.id)).toHaveLength(1);
  expect(await approveWorkingCopy(db, theirs)).toEqual({
    ...{ ok: true, version: 2 },
  });
  const changed = await findCall(db, call.id);
  expect(changed.definition.pages[0]?.title).toEqual({ en: "Who you are" });
  expect(await approveWorkingCopy(db, theirs)).toMatchObject({
    reason: "not-proposed",
  });
});

test("any change takes a proposal back, and an approval of what was seen before is none", async () => {
  const { db, call, mine, theirs, retitle } = await givenChange();
  await proposeWorkingCopy(db, mine);
  const rowVersion = await retitle("Who are you?");
  expect((await findProposal(db, call.id)).proposed).toBeUndefined();
  expect(await approveWorkingCopy(db, theirs)).toMatchObject({ ok: false });
  await proposeWorkingCopy(db, { ...mine, rowVersion });
  expect(await approveWorkingCopy(db, theirs)).toMatchObject({
    reason: "changed-meanwhile",
  });
  expect(await selectVersions(db, call.id)).toHaveLength(1);
  expect(await approveWorkingCopy(db, { ...theirs, rowVersion })).toMatchObject(
    { ok: true },
  );
});

test("an approval of what was thrown away and made anew is none, nor is a form that was open over it", async () => {
  const { db, call, edit, mine, theirs, retitle } = await givenChange();
  await proposeWorkingCopy(db, mine);
  const looked = await findWorkingCopy(db, call.id);
  const stale = seenOf(looked, looked.pages[0]!);
  expect(await discardWorkingCopy(db, mine)).toBe(true);
  const rowVersion = await retitle("What nobody has looked at");
  await proposeWorkingCopy(db, { ...mine, rowVersion });
  expect(await approveWorkingCopy(db, theirs)).toMatchObject({
    reason: "changed-meanwhile",
  });
  expect(await discardWorkingCopy(db, theirs)).toBe(false);
  const change = { seen: stale, pageId: "who", title: "Mine", intro: "" };
  expect(
    await edit((before) => changePage(before, { ...change, showIf: "" })),
  ).toMatchObject({ reason: "changed-meanwhile" });
  expect(await selectVersions(db, call.id)).toHaveLength(1);
});

test("an approval of what was proposed anew, with something else to be asked again, is none", async () => {
  const { db, call, edit, mine, theirs } = await givenChange();
  const edited = await edit((before) => {
    const after = structuredClone(before);
    after.pages[0]!.body.questions[0]!.label = { en: "Who is it?" };
    return { after, did: { what: "question" } };
  });
  const looked = { rowVersion: edited.copy.rowVersion };
  const again = (en: string) => ({ questions: ["who"], reason: { en } });
  const propose = async (en: string) => {
    const { rowVersion } = await findWorkingCopy(db, call.id);
    const asksAgain = again(en);
    return proposeWorkingCopy(db, { ...mine, rowVersion, asksAgain });
  };
  await propose("The law has changed.");
  // The same once more takes nothing from whoever looks at it.
  await propose("The law has changed.");
  expect((await findWorkingCopy(db, call.id)).rowVersion).toBe(
    looked.rowVersion,
  );
  await propose("Send us money.");
  expect(await approveWorkingCopy(db, { ...theirs, ...looked })).toMatchObject({
    reason: "changed-meanwhile",
  });
  const { rowVersion } = await findWorkingCopy(db, call.id);
  await returnWorkingCopy(db, { ...theirs, rowVersion, note: "No." });
  await propose("Send us more.");
  expect(await approveWorkingCopy(db, { ...theirs, rowVersion })).toMatchObject(
    { reason: "changed-meanwhile" },
  );
  expect((await findProposal(db, call.id)).asksAgain?.reason.en).toBe(
    "Send us more.",
  );
});

test("what is sent back says why and by whom, until it is proposed again", async () => {
  const { db, call, mine, theirs } = await givenChange();
  const note = "Say who “we” is.";
  expect(await returnWorkingCopy(db, { ...theirs, note })).toMatchObject({
    reason: "not-proposed",
  });
  await proposeWorkingCopy(db, mine);
  expect(await returnWorkingCopy(db, { ...theirs, note })).toEqual({
    ok: true,
  });
  expect(await findProposal(db, call.id)).toMatchObject({
    ...{ proposed: undefined, returned: { note, staffId: theirs.staffId } },
  });
  expect(await approveWorkingCopy(db, theirs)).toMatchObject({ ok: false });
  const copy = await findWorkingCopy(db, call.id);
  expect(copy.pages[0]?.body.title).toEqual({ en: "Who you are" });
  await proposeWorkingCopy(db, mine);
  expect((await findProposal(db, call.id)).returned).toBeUndefined();
});

test("what could not be published is not proposed", async () => {
  const { db, edit, mine } = await givenChange();
  const added = await edit((copy) =>
    addPage(copy, { title: "Nothing asked", taken: new Set<string>() }),
  );
  const { rowVersion } = added.copy;
  expect(await proposeWorkingCopy(db, { ...mine, rowVersion })).toMatchObject({
    reason: "has-problems",
  });
  expect(await proposeWorkingCopy(db, mine)).toMatchObject({
    reason: "changed-meanwhile",
  });
});

test("texts and settings are told before and after, by ids and not by places", async () => {
  const { db, call } = await givenChange();
  const published = toWorkingCopy(call.definitionId, call.definition);
  const copy = structuredClone(await findWorkingCopy(db, call.id));
  expect(textChangesOf(published, copy)).toEqual([
    {
      ...{ pageId: "who", path: ["title", "en"] },
      ...{ before: undefined, after: "Who you are" },
    },
  ]);
  // The order of pages and of options is no change of words.
  copy.pages.reverse();
  const question = copy.pages.at(-1)?.body.questions[0];
  if (question?.type !== "radios") throw new Error("It has options");
  question.choices.reverse();
  expect(textChangesOf(published, copy)).toHaveLength(1);
  const [last] = question.choices;
  const before = last?.label.en;
  if (last) last.label = { en: "Renamed", cy: "Newydd" };
  question.required = !question.required;
  const of = { pageId: "who", questionId: question.id };
  expect(textChangesOf(published, copy)).toEqual(
    expect.arrayContaining([
      {
        ...{ ...of, path: ["choices", last?.value, "label", "en"] },
        ...{ before, after: "Renamed" },
      },
      {
        ...{ ...of, path: ["choices", last?.value, "label", "cy"] },
        ...{ before: undefined, after: "Newydd" },
      },
      {
        ...{ ...of, path: ["required"] },
        ...{
          before: String(!question.required),
          after: String(question.required),
        },
      },
    ]),
  );
});

test("what must be asked again is what is new or changed, and goes with the version that a colleague approves", async () => {
  const { db, call, edit, mine, theirs } = await givenChange();
  const edited = await edit((before) => {
    const after = structuredClone(before);
    const [question] = after.pages[0]!.body.questions;
    question!.label = { en: "Who is it that answers?" };
    return { after, did: { what: "question" } };
  });
  const { rowVersion } = edited.copy;
  const reason = { en: "The law has changed." };
  const asksAgain = { questions: ["who", "story"], reason };
  const seen = { ...mine, rowVersion };
  expect(await proposeWorkingCopy(db, { ...seen, asksAgain })).toEqual({
    ok: true,
  });
  const kept = { questions: ["who"], reason };
  expect((await findProposal(db, call.id)).asksAgain).toEqual(kept);
  await approveWorkingCopy(db, { ...theirs, rowVersion });
  const { id: callId, definitionId } = call;
  expect(await selectVersionsAfter(db, { callId, definitionId })).toMatchObject(
    [{ asksAgain: kept }],
  );
});
