import { expect, test } from "vitest";
import { partOwnWords } from "#app/domain/entries/emails/own-words.ts";
import {
  readEmails,
  readFilesOfEmail,
} from "#app/domain/entries/emails/read-emails.server.ts";
import {
  makeEml,
  filePart,
  makeMailbox,
  makeMsg,
} from "#tests/fixtures/emails.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { now } from "#tests/given/tables.ts";

async function factsOf(bytes: Buffer) {
  const read = await readEmails(bytes, now);
  if (!read.ok) throw new Error(read.reason);
  const [first] = read.emails;
  if (!first) throw new Error("No email");
  return first.facts;
}

test("an email is read with its sender, its day and its files under names that lead nowhere", async () => {
  const eml = makeEml({
    from: "=?windows-1252?Q?Ann_O=92Neil_=93The_Boss=94?= <ann@example.org>",
    subject: "=?utf-8?B?8J+PoCBIb21lcw==?= \u202Efdp.exe",
    headers: [
      "Received: from a by b; Tue, 3 Mar 2026 00:30:00 +0100",
      "Received: from c by a; Mon, 2 Mar 2026 11:00:00 +0000",
      "Date: Mon, 2 Mar 2026 10:00:00 +0000",
    ],
    parts: [filePart("../../etc/p\u20AC\u202Efdp.exe", makePdf())],
  });
  expect(await factsOf(eml)).toMatchObject({
    senderName: "Ann O\u2019Neil \u201CThe Boss\u201D",
    senderAddress: "ann@example.org",
    subject: "\u{1F3E0} Homes fdp.exe",
    receivedAt: "2026-03-02T23:30:00.000Z",
    ownText: "Ask us first.",
    files: [{ name: "p\u20ACfdp.exe", byteSize: makePdf().length }],
    remarks: [],
  });
});

test.each([
  ["quoted-printable in windows-1252, flowed", "It\u2019s a long line."],
  ["HTML alone", "First\n\nSecond & last\n\n- one"],
])("%s reads as its writer saw it", async (kind, text) => {
  const eml =
    kind === "HTML alone"
      ? [
          ...["From: a@example.org", "Date: Mon, 2 Mar 2026 10:00:00 +0000"],
          ...["Content-Type: text/html; charset=utf-8", ""],
          "<style>p{}</style><script>x()</script><p onclick=x>First</p>",
          "<p>Second &amp; <a href='javascript:x'>last</a><ul><li>one</ul>",
        ]
      : [
          ...["From: a@example.org", "Date: Mon, 2 Mar 2026 10:00:00 +0000"],
          "Content-Type: text/plain; charset=windows-1252; format=flowed",
          ...["Content-Transfer-Encoding: quoted-printable", ""],
          ...["It=92s a long=20", "line."],
        ];
  const facts = await factsOf(Buffer.from(eml.join("\r\n")));
  expect(facts.ownText).toBe(text);
});

test.each([
  ["no-text", makeEml({ text: "" })],
  ["no-date", makeEml({ headers: [] })],
  ["future-date", makeEml({ headers: ["Date: 1 Jan 2030 10:00:00 +0000"] })],
  ["no-sender", makeEml({ from: "" })],
  ["automatic", makeEml({ headers: ["Auto-Submitted: auto-replied"] })],
  ["automatic", makeEml({ subject: "Automatic reply: away" })],
  ["forwarded", makeEml({ subject: "FW: Our answer" })],
  ["winmail", makeEml({ parts: [filePart("winmail.dat", Buffer.from("x"))] })],
  ["encrypted", makeEml({ text: "-----BEGIN PGP MESSAGE-----\n\nabc" })],
])("%s is remarked on", async (remark, eml) => {
  expect((await factsOf(eml)).remarks).toContain(remark);
});

test("nothing is remarked on a plain email that says it is no automatic one", async () => {
  const date = "Date: Mon, 2 Mar 2026 10:00:00 +0000";
  const eml = makeEml({ headers: ["Auto-Submitted: no", date] });
  expect((await factsOf(eml)).remarks).toEqual([]);
});

test("a mailbox is parted where a message begins, and not at a sentence", async () => {
  const sentence = makeEml({
    text: "First.\r\n\r\nFrom now on ask us.\r\nFrom Monday morning too.",
  });
  const read = await readEmails(
    makeMailbox([sentence, makeEml({ subject: "Second" })]),
    now,
  );
  expect(read).toMatchObject({
    ok: true,
    emails: [
      {
        facts: {
          ownText: "First.\n\nFrom now on ask us.\nFrom Monday morning too.",
        },
      },
      { facts: { subject: "Second" } },
    ],
  });
});

test("a mailbox whose program did not mark sentences is parted the same", async () => {
  const text = "First.\r\n\r\nFrom now on ask us.";
  const line = "From ann@example.org Mon Mar  2 10:00:00 2026\r\n";
  const bytes = Buffer.concat([Buffer.from(line), makeEml({ text })]);
  const facts = await factsOf(bytes);
  expect(facts.ownText).toBe("First.\n\nFrom now on ask us.");
});

test("Outlook's own file is read, with its file", async () => {
  const bytes = makeMsg();
  expect(await factsOf(bytes)).toMatchObject({
    ...{ subject: "Our answer", senderAddress: "ann@example.org" },
    ...{ senderName: "Ann Example", ownText: "Ask us first." },
    receivedAt: "2026-03-02T10:00:05.000Z",
    files: [{ name: "plan.pdf", byteSize: 5 }],
  });
  expect(await readFilesOfEmail({ bytes, format: "msg" })).toMatchObject([
    { name: "plan.pdf" },
  ]);
});

test.each([
  ["cut", makeMsg().subarray(0, 3_000)],
  ["nothing but its first letters", makeMsg().subarray(0, 8)],
])("an Outlook file that is %s is kept, unread", async (_kind, bytes) => {
  expect((await factsOf(bytes)).remarks).toEqual(["unreadable"]);
});

test("2,000 parts in each other cost their own email and nothing else", async () => {
  const parts = Array.from({ length: 2_000 }, (_one, index) => [
    `Content-Type: multipart/mixed; boundary="n${index}"`,
    ...["", `--n${index}`],
  ]).flat();
  const head = ["From: a@example.org", "Subject: x", ...parts, "", "End"];
  const facts = await factsOf(Buffer.from(head.join("\r\n")));
  expect(facts.files).toEqual([]);
  expect((await factsOf(makeEml())).ownText).toBe("Ask us first.");
});

test.each([
  ["empty", Buffer.from(" \r\n")],
  ["not-email", makePdf()],
  ["not-email", Buffer.from("Dear review, I write to you.")],
  ["too-big", Buffer.alloc(35_000_001)],
])("what is no email is refused: %s", async (reason, bytes) => {
  expect(await readEmails(bytes, now)).toEqual({ ok: false, reason });
});

test.each([
  ["Yes.\n\nOn Mon, 2 Mar 2026 at 10:00, Review <r@x.org>\nwrote:\n> What?"],
  ["Yes.\n\nOn 2 Mar 2026, Review wrote:\n\n> What?"],
  ["Yes.\n\n-----Original Message-----\nFrom: Review\nWhat?"],
  ["Yes.\n\nFrom: Review\nSent: Monday\nTo: Ann\nSubject: x\n\nWhat?"],
  ["Yes.\n\n________________________________\nFrom: Review\nWhat?"],
  ["Yes.\n\n> What?\n> Why?"],
])("what was written before is parted from what is written now: %j", (text) => {
  const { ownText, quotedText } = partOwnWords(text);
  expect(ownText).toBe("Yes.");
  expect(quotedText).toContain("What?");
});

test.each([
  "From: my heart I thank you.\nIt was good.",
  "On Mondays nobody\nanswers. She wrote: stay.",
  "---------- Forwarded message ----------\nFrom: Bo\n\nHere it is.",
  "> Is it good?\nYes, it is.",
])("what its writer wrote stays whole: %j", (text) => {
  expect(partOwnWords(text)).toEqual({ ownText: text, quotedText: "" });
});
