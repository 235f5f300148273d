import { randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { Answers } from "#app/domain/calls/definition.ts";
import { enterForSender } from "#app/domain/entries/entries.server.ts";
import { readEmails } from "#app/domain/entries/emails/read-emails.server.ts";
import { keepEmails } from "#app/domain/entries/emails/received-emails.server.ts";
import { makeEml } from "#tests/fixtures/emails.ts";
import { wordsIn } from "#app/words/words.ts";
import { testSecret } from "./context.ts";
import { now } from "./tables.ts";

/** What a member of staff keys in from a letter that came the day before. */
export function keyIn(
  db: Db,
  keyed: {
    call: Call;
    actor: StaffMember;
    typed?: Answers;
    hasScan?: boolean;
  },
) {
  return enterForSender(db, {
    typed: { "what-first": "Ask us first." },
    hasScan: false,
    ...keyed,
    channel: "letter",
    receivedAt: new Date("2026-11-21T12:00:00Z"),
    secret: testSecret,
    messages: wordsIn("en").questions,
    now,
    randomBytes,
  });
}

/** Emails of a file that somebody brought. @returns their ids. */
export async function givenEmail(
  db: Db,
  given: { call: Call; actor: StaffMember; bytes?: Buffer },
): Promise<number[]> {
  const { call, actor, bytes = makeEml() } = given;
  const read = await readEmails(bytes, now);
  if (!read.ok) throw new Error(read.reason);
  return keepEmails(db, read.emails, { callId: call.id, actor, now });
}
