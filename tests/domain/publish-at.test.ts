import { expect, test } from "vitest";
import { changePage } from "#app/domain/calls/authoring/edits.ts";
import {
  approveWorkingCopy,
  findProposal,
  proposeWorkingCopy,
} from "#app/domain/calls/authoring/proposals.server.ts";
import {
  cancelPublishing,
  publishWhereDue,
} from "#app/domain/calls/authoring/publish-at.server.ts";
import { publishFormSchema } from "#app/domain/calls/authoring/forms.ts";
import { readPublishing } from "#app/domain/calls/authoring/publish-moment.ts";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import { selectVersions } from "#app/domain/calls/versions.server.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { givenColleague } from "#tests/given/people.ts";

const publishAt = new Date("2026-12-01T09:00:00Z");

/** A proposed change of an open call that a colleague has approved for a time. */
async function givenApproved() {
  const { db, call, editing, edit } = await givenEditor({ state: "open" });
  const { staffId } = await givenColleague(db, { role: "lead" });
  const retitle = (title: string) =>
    edit((before) =>
      changePage(before, {
        seen: seenOf(before, before.pages[0]!),
        ...{ pageId: "who", title, intro: "", showIf: "" },
      }),
    );
  const edited = await retitle("Who you are");
  const mine = { ...editing, rowVersion: edited.copy.rowVersion };
  await proposeWorkingCopy(db, mine);
  const theirs = { ...mine, staffId };
  await approveWorkingCopy(db, { ...theirs, publishAt });
  const publish = (at: Date) =>
    publishWhereDue(db, { callId: call.id, now: at });
  const versions = async () => (await selectVersions(db, call.id)).length;
  return { db, call, mine, theirs, retitle, publish, versions };
}

test("what is approved for a time is published then, by itself and once", async () => {
  const { db, call, theirs, publish, versions } = await givenApproved();
  expect(await findProposal(db, call.id)).toMatchObject({
    approved: {
      staffId: theirs.staffId,
      publishAt: publishAt.toISOString(),
    },
  });
  const [job] = await db
    .selectFrom("jobs")
    .select(["kind", "run_after", "payload"])
    .where("kind", "=", "call.publish")
    .execute();
  expect(job).toMatchObject({ run_after: publishAt.toISOString() });
  expect(JSON.parse(job?.payload ?? "")).toEqual({ callId: call.id });
  await publish(new Date(publishAt.getTime() - 1));
  expect(await versions()).toBe(1);
  await publish(publishAt);
  await publish(publishAt);
  expect(await versions()).toBe(2);
  expect((await findWorkingCopy(db, call.id)).draftId).toBeUndefined();
});

test("a change of the words lets it lapse, and whoever keeps calls can cancel it", async () => {
  const changed = await givenApproved();
  await changed.retitle("Who are you?");
  await changed.publish(publishAt);
  expect(await changed.versions()).toBe(1);
  const { db, call, mine, publish, versions } = await givenApproved();
  expect(await cancelPublishing(db, mine)).toEqual({ ok: true });
  expect(await cancelPublishing(db, mine)).toMatchObject({ ok: false });
  await publish(publishAt);
  expect(await versions()).toBe(1);
  expect((await findProposal(db, call.id)).proposed).toBeDefined();
});

test("the hour that comes twice is asked for, and the one that does not exist refused", () => {
  const now = new Date("2026-11-27T18:00:00Z");
  const read = (day: string, time: string, more = {}) =>
    readPublishing(
      publishFormSchema.parse({
        ...{ step: "approve", when: "later", day, time, ...more },
      }),
      now,
    );
  expect(read("31/10/2027", "1:30am")).toMatchObject({ reason: "time-twice" });
  expect(read("31/10/2027", "1:30am", { which: "second" })).toEqual({
    ...{ ok: true, at: new Date("2027-10-31T01:30:00Z") },
  });
  expect(read("28/3/2027", "1:30am")).toMatchObject({ reason: "time-skipped" });
  expect(read("26/11/2026", "9am")).toMatchObject({ reason: "in-the-past" });
});
