import { expect, test } from "vitest";
import {
  findUnlooked,
  lookAfterwards,
  publishAlone,
} from "#app/domain/calls/authoring/alone.server.ts";
import { changePage } from "#app/domain/calls/authoring/edits.ts";
import { proposeWorkingCopy } from "#app/domain/calls/authoring/proposals.server.ts";
import { seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { selectVersions } from "#app/domain/calls/versions.server.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { givenColleague } from "#tests/given/people.ts";

test("what is published alone is flagged with its reason until somebody else has looked", async () => {
  const { db, call, editing, edit } = await givenEditor({ state: "open" });
  const { staffId } = await givenColleague(db, { role: "lead" });
  const edited = await edit((before) =>
    changePage(before, {
      seen: seenOf(before, before.pages[0]!),
      ...{ pageId: "who", title: "Who you are", intro: "", showIf: "" },
    }),
  );
  const mine = { ...editing, rowVersion: edited.copy.rowVersion };
  await proposeWorkingCopy(db, mine);
  const reason = "The number of the help line was wrong.";
  expect(await publishAlone(db, { ...mine, reason })).toEqual({
    ...{ ok: true, version: 2 },
  });
  const now = await findCall(db, call.id);
  expect(now.definition.pages[0]?.title).toEqual({ en: "Who you are" });
  const [flag] = await findUnlooked(db, call.id);
  expect(flag).toMatchObject({
    ...{ reason, version: 2, staffId: editing.staffId },
    ...{ beforeId: call.definitionId, definitionId: now.definitionId },
  });
  expect(await findUnlooked(db, call.id - 1)).toEqual([]);
  const { definitionId } = now;
  expect(await lookAfterwards(db, { ...editing, definitionId })).toMatchObject({
    reason: "own-proposal",
  });
  const theirs = { ...editing, staffId, definitionId };
  expect(await lookAfterwards(db, theirs)).toEqual({ ok: true });
  expect(await findUnlooked(db, call.id)).toEqual([]);
  expect(await lookAfterwards(db, theirs)).toMatchObject({
    reason: "not-proposed",
  });
  expect(await selectVersions(db, call.id)).toHaveLength(2);
});
