import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { runNextJob, selectJobOverview } from "#app/domain/jobs/jobs.server.ts";
import { maskAddress } from "#app/domain/mail/mail.ts";
import {
  deleteOldMails,
  postMail,
  selectWaitingMails,
  sendWaitingMail,
} from "#app/domain/mail/mail.server.ts";
import { openLetter, sealLetter } from "#app/domain/mail/seal.server.ts";
import {
  type MailSettings,
  openMailServer,
} from "#app/domain/mail/smtp.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { testSecret as secret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { recordingHandlers } from "#tests/given/jobs.ts";
import { givenMailServer, textOf } from "#tests/given/mail-server.ts";

const now = new Date("2026-11-22T09:00:00Z");
const afterHours = (hours: number) =>
  new Date(now.getTime() + hours * 3_600_000);
const letter = {
  to: "wren@person.example",
  subject: "The code",
  text: "It is ABCD-2345 – “so”.\n.\nEnd",
};

async function leaveMails(db: Db, ...letters: (typeof letter)[]) {
  for (const one of letters)
    await db.transaction().execute((trx) =>
      postMail(trx, {
        kind: "resume-code",
        letter: one,
        sendBefore: afterHours(24),
        secret,
        now,
        randomBytes,
      }),
    );
}

/** What the worker does with the mail that is due. */
async function work(
  db: Db,
  settings: MailSettings | undefined,
  at: Date = now,
) {
  const send = openMailServer(settings);
  const { handlers } = recordingHandlers({
    "mail.send": ({ mailId }) =>
      sendWaitingMail(db, send, { mailId, secret, now: at }),
  });
  return runNextJob(db, { handlers, kind: "mail.send", now: () => at });
}

async function everythingIn(db: Db): Promise<string> {
  const mails = await db.selectFrom("mails").selectAll().execute();
  const jobs = await db.selectFrom("jobs").selectAll().execute();
  const events = await db.selectFrom("events").selectAll().execute();
  return JSON.stringify([mails, jobs, events]);
}

test("a mail waits sealed, goes as it was written, and is gone once it went", async () => {
  const { db } = openTestDatabase();
  const server = await givenMailServer();
  const other = { ...letter, to: "ada@other.example", text: "Hers" };
  await leaveMails(db, other, letter);
  expect(await everythingIn(db)).not.toMatch(/wren|person|ABCD|The code/);
  expect(await selectWaitingMails(db)).toHaveLength(2);
  expect(await work(db, server.settings)).toBe("done");
  expect(await work(db, server.settings)).toBe("done");
  const [first, second] = server.received;
  expect(first?.to).toEqual(["ada@other.example"]);
  expect(second?.to).toEqual([letter.to]);
  expect(second && textOf(second).replaceAll("\r\n", "\n").trim()).toBe(
    letter.text,
  );
  expect(second?.raw).toMatch(/^Subject: The code\r$/m);
  expect(second?.raw).toMatch(/^From: heard@review\.example\r$/m);
  expect(second?.raw).not.toMatch(/X-Mailer|<html|http/i);
  expect(await selectWaitingMails(db)).toEqual([]);
});

test("cut off after sending it goes once more, as the same message; a job that comes again sends nothing", async () => {
  const { db } = openTestDatabase();
  const server = await givenMailServer();
  await leaveMails(db, letter);
  const row = await db
    .selectFrom("mails")
    .selectAll()
    .executeTakeFirstOrThrow();
  const send = openMailServer(server.settings);
  const of = { mailId: row.id, secret, now };
  await sendWaitingMail(db, send, of);
  await db.insertInto("mails").values(row).execute();
  await sendWaitingMail(db, send, of);
  await sendWaitingMail(db, send, of);
  const ids = server.received.map(({ raw }) => /^Message-ID: .*/im.exec(raw));
  expect(ids).toHaveLength(2);
  expect(ids[0]?.[0]).toBe(ids[1]?.[0]);
});

test.each([
  ["that says not now", 451, "EENVELOPE"],
  ["that wants us to sign in", 530, "EENVELOPE"],
  ["that is not there", undefined, "ESOCKET"],
])(
  "a mail waits for a server %s, and staff are told why without a word of it",
  async (_server, answer, why) => {
    const { db } = openTestDatabase();
    const server = await givenMailServer();
    const settings = answer ? server.settings : { ...server.settings, port: 1 };
    await leaveMails(db, letter);
    server.answerWith(answer);
    expect(await work(db, settings)).toBe("failed");
    const { last_error } = await db
      .selectFrom("jobs")
      .select("last_error")
      .executeTakeFirstOrThrow();
    expect(last_error).toBe(why);
    expect(await selectWaitingMails(db)).toMatchObject([
      { maskedTo: "w…@p….example", wasRefused: false },
    ]);
    server.answerWith(undefined);
    expect(await work(db, server.settings, afterHours(1))).toBe("done");
    expect(server.received).toHaveLength(1);
  },
);

test("a mail that is refused for good is not tried again: it is wiped, and staff see it for a week", async () => {
  const { db } = openTestDatabase();
  const server = await givenMailServer();
  await leaveMails(db, letter);
  server.answerWith(550);
  expect(await work(db, server.settings)).toBe("done");
  expect(await selectWaitingMails(db)).toMatchObject([
    { kind: "resume-code", maskedTo: "w…@p….example", wasRefused: true },
  ]);
  const rows = await db.selectFrom("mails").select("sealed").execute();
  expect(rows).toEqual([{ sealed: null }]);
  expect((await selectJobOverview(db)).failed).toEqual([]);
  expect(await deleteOldMails(db, afterHours(7 * 24 - 1))).toBe(0);
  expect(await deleteOldMails(db, afterHours(7 * 24))).toBe(1);
});

test("what was not sent in time is not sent: by the worker, nor kept", async () => {
  const { db } = openTestDatabase();
  const server = await givenMailServer();
  await leaveMails(db, letter, letter);
  expect(await work(db, server.settings, afterHours(24))).toBe("done");
  expect(server.received).toEqual([]);
  expect(await deleteOldMails(db, afterHours(23))).toBe(0);
  expect(await deleteOldMails(db, afterHours(24))).toBe(1);
});

test("without a mail server a mail waits, and says so", async () => {
  const { db } = openTestDatabase();
  await leaveMails(db, letter);
  expect(await work(db, undefined)).toBe("failed");
  const [row] = await db.selectFrom("jobs").select("last_error").execute();
  expect(row?.last_error).toBe("NoMailServer");
});

test("a server that does not go over to TLS is told nothing where it has to", async () => {
  const { db } = openTestDatabase();
  const server = await givenMailServer();
  await leaveMails(db, letter);
  const settings = { ...server.settings, mustTurnToTls: true };
  expect(await work(db, settings)).toBe("failed");
  expect(server.received).toEqual([]);
});

test("a sealed mail opens for its own row, with its own secret, and unchanged", () => {
  const sealing = { secret, mailId: "a", randomBytes };
  const sealed = sealLetter(letter, sealing);
  expect(openLetter(sealed, sealing)).toEqual(letter);
  expect(sealLetter(letter, sealing)).not.toBe(sealed);
  const changed = Buffer.from(sealed, "base64url");
  changed[40] = (changed[40] ?? 0) ^ 1;
  for (const [text, of] of [
    [sealed, { ...sealing, mailId: "b" }],
    [sealed, { ...sealing, secret: `${secret}x` }],
    [changed.toString("base64url"), sealing],
    ["", sealing],
  ] as const)
    expect(() => openLetter(text, of)).toThrow();
});

test.each([
  ["wren@person.example", "w…@p….example"],
  ["😀@ü.co.uk", "😀…@ü….uk"],
])("%s is shown to staff as %s", (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});

const settingsOf = (mail: Record<string, string>) =>
  readEnvironment({ NODE_ENV: "test", HEARD_SECRET: secret, ...mail }).mail;

test("the way to another machine is locked unless the settings waive it", () => {
  const MAIL_FROM = "heard@review.example";
  const of = (SMTP_URL: string) => settingsOf({ SMTP_URL, MAIL_FROM });
  expect(settingsOf({ SMTP_URL: "" })).toBeUndefined();
  expect(of("smtp://us%40er:p%2Fw@mail.example")).toEqual({
    host: "mail.example",
    port: 587,
    isTls: false,
    mustTurnToTls: true,
    login: { user: "us@er", pass: "p/w" },
    from: MAIL_FROM,
  });
  expect(of("smtps://mail.example")).toMatchObject({ port: 465, isTls: true });
  const waived = { mustTurnToTls: false };
  expect(of("smtp://mail:25?requireTLS=false")).toMatchObject(waived);
  expect(of("smtp://127.0.0.1:1025")).toMatchObject({ ...waived, port: 1025 });
  expect(of("smtp://[::1]")).toMatchObject({ ...waived, host: "::1" });
});

test.each([
  [{ SMTP_URL: "smtp://canary:canary@mail.example" }, /MAIL_FROM: is needed/],
  [{ SMTP_URL: "https://canary", MAIL_FROM: "a@b.example" }, /SMTP_URL: /],
  [{ SMTP_URL: "smtp://m", MAIL_FROM: "Canary <a@b.example>" }, /MAIL_FROM: /],
])("half of a mail server is refused, and not told again", (mail, told) => {
  expect(() => settingsOf(mail)).toThrow(told);
  expect(() => settingsOf(mail)).not.toThrow(/canary/i);
});
