import { expect, test } from "vitest";
import { publishAlone } from "#app/domain/calls/authoring/alone.server.ts";
import {
  approveWorkingCopy,
  proposeWorkingCopy,
  returnWorkingCopy,
} from "#app/domain/calls/authoring/proposals.server.ts";
import { cancelPublishing } from "#app/domain/calls/authoring/publish-at.server.ts";
import { discardWorkingCopy } from "#app/domain/calls/authoring/publish.server.ts";
import {
  addDefinitionVersion,
  findCall,
} from "#app/domain/calls/calls.server.ts";
import {
  approveOpening,
  findOpeningProposal,
  proposeOpening,
  returnOpening,
} from "#app/domain/calls/openings.server.ts";
import { runNextJob } from "#app/domain/jobs/jobs.server.ts";
import type { JobKind } from "#app/domain/jobs/jobs.ts";
import { sendWaitingMail } from "#app/domain/mail/mail.server.ts";
import { readStaffOutbox } from "#app/domain/mail/mail.server.ts";
import { openMailServer } from "#app/domain/mail/smtp.server.ts";
import { createCallHandlers } from "#app/tasks/call-jobs.server.ts";
import { givenChange, givenEditor } from "#tests/given/authoring.ts";
import { recordingHandlers, workSettings } from "#tests/given/jobs.ts";
import { givenMailServer, textOf } from "#tests/given/mail-server.ts";
import { givenColleague } from "#tests/given/people.ts";
import { setStaffDisabled } from "#tests/given/safeguarding.ts";

type Db = Awaited<ReturnType<typeof givenChange>>["db"];

const now = new Date("2026-11-27T18:00:00Z");
const { secret } = workSettings;

/** Mails of call matters that have come since they were last asked for, by who gets them. */
function outboxOf(db: Db) {
  const seen = new Set<string>();
  return async (at: Date = now) => {
    const surroundings = { db, env: workSettings, now: () => at } as never;
    const own = createCallHandlers(surroundings);
    const { handlers } = recordingHandlers(own);
    const time = { handlers, now: () => at, kind: "call.tell" } as const;
    while ((await runNextJob(db, time)) !== "nothing-due");
    const mails = await readStaffOutbox(db, { secret, now: at });
    const fresh = mails.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    return fresh;
  };
}

/** People on the team who may not be told, beside the two who may. */
async function givenOthers(db: Db) {
  await givenColleague(db, { role: "reviewer" });
  const gone = await givenColleague(db, { role: "admin" });
  await setStaffDisabled(db, gone.staffId, now);
}

const toWhom = (mails: { to: string }[]) =>
  mails.map(({ to }) => to.replace(/@.*/, "")).toSorted();

test("a change that is asked for is told to whoever may approve it, once and with nothing of it in the subject", async () => {
  const { db, call, mine, theirs, edit, retitle } = await givenChange();
  await givenOthers(db);
  const { staffId: third } = await givenColleague(db, { role: "admin" });
  const mails = outboxOf(db);
  await proposeWorkingCopy(db, mine);
  const asked = await mails();
  expect(toWhom(asked)).toEqual([theirs.staffId, third].toSorted());
  for (const { subject, text } of asked) {
    expect(subject).toBe("Something waits for you on Heard");
    expect(text).toContain(`“${call.definition.title.en}”`);
    expect(text).toContain(`/review/calls/${call.slug}/edit/publish`);
  }
  // A run that was cut off runs again.
  await db.updateTable("jobs").set({ state: "waiting" }).execute();
  expect(await mails()).toEqual([]);
  const note = "Say who “we” is.";
  await returnWorkingCopy(db, { ...theirs, note });
  const [sentBack, ...more] = await mails();
  expect([sentBack?.to, more]).toEqual([`${mine.staffId}@review.example`, []]);
  expect(sentBack?.text).toContain(`and said:\n\n${note}\n`);
  expect(sentBack?.subject).not.toContain("we");
  await proposeWorkingCopy(db, mine);
  await mails();
  await edit((before) => ({
    after: { ...before, pages: before.pages.slice(0, -1) },
    did: { what: "page-removed" },
  }));
  expect(await mails()).toEqual([]);
  const rowVersion = await retitle("Who are you?");
  await proposeWorkingCopy(db, { ...mine, rowVersion });
  await approveWorkingCopy(db, { ...theirs, rowVersion });
  // Nobody is asked any more by the time that they would be told.
  const approved = await mails();
  expect(toWhom(approved)).toEqual([mine.staffId]);
  expect(approved[0]?.text).toContain("the public sees it now");
});

test("what a colleague changes after it was asked for or approved is told to both whom it was taken from", async () => {
  const { db, call, mine, theirs, retitle } = await givenChange();
  const mails = outboxOf(db);
  const { staffId: third } = await givenColleague(db, { role: "lead" });
  const publishAt = new Date("2026-12-01T09:00:00Z");
  await proposeWorkingCopy(db, theirs);
  const { staffId } = mine;
  await approveWorkingCopy(db, { ...theirs, staffId: third, publishAt });
  const [approved, ...others] = await mails();
  expect([toWhom(others), approved?.text]).toEqual([
    [],
    expect.stringContaining("It is published at"),
  ]);
  await cancelPublishing(db, { ...theirs, staffId: third });
  expect(toWhom(await mails())).toEqual([theirs.staffId]);
  await approveWorkingCopy(db, { ...theirs, staffId: third, publishAt });
  expect(await mails()).toHaveLength(1);
  const rowVersion = await retitle("Who are you?");
  const fell = await mails();
  expect(toWhom(fell)).toEqual([theirs.staffId, third].toSorted());
  expect(fell[0]?.text).toContain("It does not stand any more");
  await retitle("Who?");
  expect(await mails()).toEqual([]);
  const last = { ...mine, rowVersion: rowVersion + 1 };
  await proposeWorkingCopy(db, { ...last, staffId: third });
  await mails();
  expect(await discardWorkingCopy(db, last)).toBe(true);
  expect(toWhom(await mails())).toEqual([third]);
  expect([staffId, call.id]).not.toContain(third);
});

test("an opening is told to a colleague, and what became of it to whoever asked", async () => {
  const { db, call, editing } = await givenEditor();
  const { staffId } = await givenColleague(db, { role: "lead" });
  const mails = outboxOf(db);
  const opensAt = "2026-12-01T09:00:00.000Z";
  const seal = async () => {
    const standing = await findCall(db, call.id);
    return (await findOpeningProposal(db, standing)).proposed?.seal ?? "";
  };
  const ask = async () => {
    const { rowVersion: seenVersion } = await findCall(db, call.id);
    const times = { opensAt, closesAt: null, seenVersion };
    await proposeOpening(db, { ...editing, now, ...times });
    return toWhom(await mails());
  };
  expect(await ask()).toEqual([staffId]);
  const theirs = { callId: call.id, staffId, now };
  const note = "Not before the Chair has seen it.";
  await returnOpening(db, { ...theirs, seal: await seal(), note });
  const [sentBack] = await mails();
  expect(sentBack?.text).toContain(note);
  expect(await ask()).toEqual([staffId]);
  const { definition } = call;
  const actor = { kind: "staff", staffId } as const;
  await addDefinitionVersion(db, { callId: call.id, definition, actor, now });
  await addDefinitionVersion(db, { callId: call.id, definition, actor, now });
  expect(toWhom(await mails())).toEqual([editing.staffId]);
  expect(await ask()).toEqual([staffId]);
  await approveOpening(db, { ...theirs, seal: await seal() });
  const [approved, ...more] = await mails();
  expect([approved?.to, more]).toEqual([
    ...[`${editing.staffId}@review.example`, []],
  ]);
  expect(approved?.text).toContain("It opens at");
});

test("who publishes alone has it told to the others at once, by the mail server that there is", async () => {
  const { db, mine, theirs } = await givenChange();
  await givenOthers(db);
  const server = await givenMailServer();
  const send = openMailServer(server.settings);
  const reason = "The number of the help line was wrong.";
  await publishAlone(db, { ...mine, reason });
  const env = { ...workSettings, mail: server.settings };
  const surroundings = { db, env, now: () => now } as never;
  const { handlers } = recordingHandlers({
    ...createCallHandlers(surroundings),
    "mail.send": ({ mailId }) =>
      sendWaitingMail(db, send, { mailId, secret, now }),
  });
  const kinds: JobKind[] = ["call.tell", "mail.send"];
  for (const kind of kinds)
    while (
      (await runNextJob(db, { handlers, now: () => now, kind })) !==
      "nothing-due"
    );
  expect(server.received.map(({ to }) => to)).toEqual([
    [`${theirs.staffId}@review.example`],
  ]);
  const [mail] = server.received;
  expect(mail?.raw).toContain("Subject: Something waits for you on Heard");
  expect(mail && textOf(mail)).toMatch(
    /alone, in an emergency[^]*\/afterwards/,
  );
  const left = await db.selectFrom("call_tellings").selectAll().execute();
  expect(left).toEqual([]);
});
