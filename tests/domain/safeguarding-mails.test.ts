import { expect, test } from "vitest";
import { runNextJob } from "#app/domain/jobs/jobs.server.ts";
import type { JobKind } from "#app/domain/jobs/jobs.ts";
import { readStaffOutbox } from "#app/domain/mail/mail.server.ts";
import { takeUpCase } from "#app/domain/responses/safeguarding/handling.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { createSafeguardingHandlers } from "#app/tasks/safeguarding-jobs.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { recordingHandlers, workSettings } from "#tests/given/jobs.ts";
import { givenColleague } from "#tests/given/people.ts";
import { setStaffDisabled } from "#tests/given/safeguarding.ts";

const now = new Date("2026-11-20T10:00:00.000Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

async function givenFlagged() {
  const { db } = openTestDatabase();
  const amina = await givenColleague(db, { name: "Amina" });
  const gone = await givenColleague(db, { name: "Gwen", role: "lead" });
  await setStaffDisabled(db, gone.staffId, now);
  const lena = await givenColleague(db, { name: "Lena", role: "lead" });
  const mo = await givenColleague(db, { name: "Mo", role: "admin" });
  const { responseId, reference } = await givenResponse(db);
  const reason = "He says he will not go home.";
  const flag = { responseId, reason, kind: "child" as const, now };
  await raiseSafeguardingFlag(db, { ...flag, actor: amina });
  const work = async (at: Date) => {
    const surroundings = { db, env: workSettings, now: () => at } as never;
    const own = createSafeguardingHandlers(surroundings);
    const { handlers } = recordingHandlers(own);
    const kinds: JobKind[] = ["safeguarding.tell", "safeguarding.remind"];
    const time = { handlers, now: () => at };
    for (const kind of kinds)
      while ((await runNextJob(db, { ...time, kind })) !== "nothing-due");
  };
  const letters = async (at: Date) =>
    readStaffOutbox(db, { secret: workSettings.secret, now: at });
  return { db, lena, mo, responseId, reference, reason, work, letters };
}

test("those who decide are told by mail, once, with the reference and the way there and nothing of the matter", async () => {
  const { lena, mo, reference, work, letters } = await givenFlagged();
  await work(now);
  await work(later(1));
  const mails = await letters(later(1));
  expect(mails).toHaveLength(2);
  for (const { subject, text } of mails) {
    expect(text).toContain(reference);
    expect(text).toContain(`/review/responses/${reference}/case`);
    expect(subject).not.toContain(reference);
    expect(subject + text).not.toMatch(/child|home|Amina/i);
    expect(subject).not.toMatch(/safeguard|risk|flag/i);
  }
  const names = mails.map(({ text }) => /Hello (\w+)/.exec(text)?.[1]);
  expect(names.toSorted()).toEqual([lena.name, mo.name].toSorted());
});

test("when nobody took it up in time they are told once more, and not where somebody did", async () => {
  const late = await givenFlagged();
  await late.work(now);
  await late.work(later(23));
  expect(await late.letters(later(23))).toHaveLength(2);
  await late.work(later(24));
  await late.work(later(25));
  const mails = await late.letters(later(25));
  expect(mails).toHaveLength(4);
  expect(mails.filter(({ text }) => text.includes("is over"))).toHaveLength(2);
  const taken = await givenFlagged();
  await taken.work(now);
  await takeUpCase(taken.db, {
    ...{ responseId: taken.responseId, actor: taken.lena, now },
    seenTakenById: "",
  });
  await taken.work(later(25));
  expect(await taken.letters(later(25))).toHaveLength(2);
});
