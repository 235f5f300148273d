import { expect, test } from "vitest";
import { questionsChanged } from "#app/domain/calls/authoring/changes.ts";
import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import {
  addDefinitionVersion,
  findCall,
} from "#app/domain/calls/calls.server.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";
import { countUnderWayByVersion } from "#app/domain/drafts/under-way.server.ts";
import { namesIn } from "#app/screens/review/call-editor-names.ts";
import {
  tellUnderWayOn,
  tellWhatBecomes,
} from "#app/screens/review/call-under-way.ts";
import { givenDraft } from "#app/tasks/demo/factories.ts";
import { givenChange } from "#tests/given/authoring.ts";
import { formWithGroup, placements } from "#tests/given/forms-with-groups.ts";

test("who is in the middle is counted by the version that they are on, with the versions that ask them again", async () => {
  const { db, call, mine } = await givenChange();
  const { id: callId, definition } = call;
  const { now } = mine;
  const actor = { kind: "system" as const };
  const counted = async () =>
    countUnderWayByVersion(db, await findCall(db, callId), now);
  await givenDraft(db, { now });
  expect(await counted()).toEqual([]);
  await givenDraft(db, { call, now });
  await givenDraft(db, { call, now });
  const asksAgain = { questions: ["who"], reason: { en: "The law." } };
  const version = { callId, definition, actor, now };
  await addDefinitionVersion(db, { ...version, asksAgain });
  await givenDraft(db, { call: await findCall(db, callId), now });
  await addDefinitionVersion(db, version);
  await givenDraft(db, { call: await findCall(db, callId), now });
  const monthsAgo = new Date(now.getTime() - 200 * 86_400_000);
  await givenDraft(db, { call, now: monthsAgo });
  expect(await counted()).toEqual([
    { version: 3, isCurrent: true, count: 1, askedAgainBy: [] },
    { version: 2, isCurrent: false, count: 1, askedAgainBy: [] },
    { version: 1, isCurrent: false, count: 2, askedAgainBy: [2] },
  ]);
  const underWay = await counted();
  const names = namesIn(toWorkingCopy(call.definitionId, definition));
  const proposal = { asksAgain };
  expect(tellUnderWayOn(underWay)).toEqual([
    "1 person is on version 3, which the public sees now.",
    "1 person is on version 2. They finish on version 2 and are asked nothing new.",
    expect.stringMatching(
      /^2 people are on version 1\. Whoever of them is asked what version 2 changed is told/,
    ),
  ]);
  const becomes = tellWhatBecomes({ underWay, names, proposal });
  expect(becomes).toEqual(
    expect.arrayContaining([
      "4 people have begun to answer and have not sent it.",
      expect.stringMatching(
        /^1 person is on version 3, which the public sees now\. Whoever of them is asked “Who answers\?” is told/,
      ),
      expect.stringMatching(
        /^2 people are on version 1\. Whoever of them is asked what version 2 changed, or “Who answers\?” is told/,
      ),
    ]),
  );
});

test("a question that a group asks of each item can be asked again by itself, unless the group is new", () => {
  const group = formWithGroup.pages[1]!;
  const copyWith = (change: object) =>
    toWorkingCopy(1, {
      ...formWithGroup,
      pages: formWithGroup.pages.with(1, {
        ...group,
        questions: [{ ...group.questions[0]!, ...change } as Question],
      }),
    });
  const [kind, how] = placements.questions;
  const before = toWorkingCopy(1, formWithGroup);
  const changed = (change: object) =>
    questionsChanged(before, copyWith(change));
  const label = { en: "How long?" };
  const long = { ...how, id: "how-long", label };
  const stricter = { ...how, required: true };
  expect(changed({ questions: [kind, stricter, long] })).toEqual([
    "how",
    "how-long",
  ]);
  expect(changed({ questions: [kind] })).toEqual([]);
  expect(changed({ label })).toEqual(["placements"]);
  const without = { ...before, pages: before.pages.toSpliced(1, 1) };
  expect(questionsChanged(without, before)).toEqual(["placements"]);
});
