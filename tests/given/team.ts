import { randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { invitePerson } from "#app/domain/team/invitations.server.ts";
import { readStaffOutbox } from "#app/domain/mail/mail.server.ts";
import { testSecret as secret } from "./context.ts";

/** What leaves a mail to somebody of the team, with no server to send it. */
export const posting = (now: Date) => ({
  ...{ canSend: false, secret, now, randomBytes },
});

/** The code in the newest mail that waits for an address. */
export async function codeMailedTo(
  db: Db,
  { email, now }: { email: string; now: Date },
): Promise<string> {
  const letters = await readStaffOutbox(db, { secret, now });
  const letter = letters.find(({ to }) => to === email);
  return /(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(letter?.text ?? "")?.[0] ?? "";
}

/** An invitation, and the code in its mail. */
export async function givenInvitation(
  db: Db,
  of: {
    actor: StaffMember;
    email?: string;
    role?: StaffMember["role"];
    now: Date;
  },
): Promise<{ code: string; email: string }> {
  const { actor, email = "wren@review.example", role = "lead", now } = of;
  let code = "";
  await invitePerson(db, {
    ...{ ...posting(now), email, role, actor },
    write: (made) => {
      code = made;
      return { subject: "Join", text: `Enter ${made}` };
    },
  });
  return { code, email };
}
