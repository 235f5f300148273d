import { expect, test } from "vitest";
import { setToldOfHandOvers } from "#app/domain/accounts/hand-over-notices.server.ts";
import { runNextJob } from "#app/domain/jobs/jobs.server.ts";
import { readStaffOutbox } from "#app/domain/mail/mail.server.ts";
import { selectVisibleResponses } from "#app/domain/responses/visible-responses.server.ts";
import { assignResponse } from "#app/domain/triage/decisions.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { createTeamHandlers } from "#app/tasks/team-jobs.server.ts";
import { after, begin, givenList, now, previewed } from "#tests/given/bulk.ts";
import { givenGroup } from "#tests/given/groups.ts";
import { recordingHandlers, workSettings } from "#tests/given/jobs.ts";
import { setStaffDisabled } from "#tests/given/safeguarding.ts";

const kind = "team.tell-handed-over";

async function givenTeam(count = 5) {
  const list = await givenList(count);
  const { db, ids, lead, one } = list;
  const assign = async (
    index: number,
    assigneeId: string | null,
    { at = now } = {},
  ) => {
    const responseId = ids[index] ?? 0;
    const seen = { responseIds: [responseId], viewer: lead, now: at };
    const [response] = await selectVisibleResponses(db, seen);
    const { rowVersion = 0 } = response ?? {};
    const about = { responseId, rowVersion, assigneeId, actor: lead, now: at };
    expect(await assignResponse(db, about)).toMatchObject({ ok: true });
  };
  /** What waits for each, by their name, once everything due has run. */
  const letters = async (at: Date) => {
    const surroundings = { db, env: workSettings, now: () => at } as never;
    const { handlers } = recordingHandlers(createTeamHandlers(surroundings));
    const time = { handlers, now: () => at, kind } as const;
    while ((await runNextJob(db, time)) !== "nothing-due");
    return readStaffOutbox(db, { secret: workSettings.secret, now: at });
  };
  return { ...list, one, assign, letters };
}

test("a list that is handed over is told by one mail to each, which says how many and nothing of them", async () => {
  const team = await givenTeam(12);
  const { one, two, references, letters } = team;
  const people = [one.staffId];
  await begin(team, await previewed(team, { kind: "assign", people }));
  await team.assign(3, two.staffId);
  expect(await letters(after(9))).toEqual([]);
  const mails = await letters(after(10));
  expect(mails).toHaveLength(2);
  const textTo = (name: string) =>
    mails.find(({ text }) => text.includes(`Hello ${name}`))?.text ?? "";
  // One of the twelve went on to another.
  expect(textTo("Ada One")).toContain("11 responses were handed to you");
  expect(textTo("Bo Two")).toContain("1 response was handed to you");
  for (const { subject, text } of mails)
    for (const word of [...references, "Lee"])
      expect(subject + text).not.toContain(word);
  expect(await letters(after(60))).toHaveLength(2);
});

test("what follows is told anew, and what was taken back is not", async () => {
  const { one, assign, letters } = await givenTeam();
  await assign(0, one.staffId);
  expect(await letters(after(10))).toHaveLength(1);
  await assign(1, one.staffId, { at: after(11) });
  expect(await letters(after(21))).toHaveLength(2);
  await assign(0, null, { at: after(22) });
  await assign(1, null, { at: after(22) });
  await assign(2, one.staffId, { at: after(22) });
  await assign(2, null, { at: after(23) });
  expect(await letters(after(40))).toHaveLength(2);
});

test("nobody is told of what they took themselves, has switched off, or gets no more since they left", async () => {
  const { db, one, two, lead, assign, letters } = await givenTeam();
  await assign(0, lead.staffId);
  await setToldOfHandOvers(db, { staffId: one.staffId, tells: false });
  await assign(1, one.staffId);
  await assign(2, two.staffId);
  await setStaffDisabled(db, two.staffId, after(1));
  expect(await letters(after(30))).toEqual([]);
  await setToldOfHandOvers(db, { staffId: one.staffId, tells: true });
  await assign(3, one.staffId, { at: after(31) });
  expect(await letters(after(45))).toHaveLength(1);
});

test("what is handed to a group is told to each of its members by one mail, but not to whoever handed it over", async () => {
  const { db, lead, one, two, assign, letters } = await givenTeam();
  const { assigneeId } = await givenGroup(db, {
    ...{ members: [one, two, lead], by: lead },
  });
  await assign(0, assigneeId);
  await assign(1, assigneeId);
  const told = await letters(after(11));
  expect(told.map(({ text }) => /Hello (.*),/.exec(text)?.[1])).toEqual(
    expect.arrayContaining([one.name, two.name]),
  );
  expect(told).toHaveLength(2);
  for (const { text } of told) {
    expect(text).toContain("2 responses were handed to you, or to a group");
    // The list that it leads to has what is with the group.
    const q = new URL(/http\S+/.exec(text)?.[0] ?? "").searchParams.get("q");
    const filter = { ...wholeQueue, state: "all" as const, q: q ?? "" };
    const listed = await selectQueuePage(db, { filter, viewer: one, now });
    expect([listed.total, listed.problems]).toEqual([2, []]);
  }
});
