import { randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { Answers } from "#app/domain/calls/definition.ts";
import { enterForSender } from "#app/domain/entries/entries.server.ts";
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
