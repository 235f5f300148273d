import { expect, test } from "vitest";
import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import {
  addDefinitionVersion,
  findCall,
} from "#app/domain/calls/calls.server.ts";
import { countUnderWayByVersion } from "#app/domain/drafts/under-way.server.ts";
import { namesIn } from "#app/screens/review/call-editor-names.ts";
import {
  tellUnderWayOn,
  tellWhatBecomes,
} from "#app/screens/review/call-under-way.ts";
import { givenDraft } from "#app/tasks/demo/factories.ts";
import { givenChange } from "#tests/given/authoring.ts";

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
