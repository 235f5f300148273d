import type { WaitingMail } from "#app/domain/mail/mail.ts";
import { formatMoment } from "#app/words/review-en/times.ts";

const whatFor: Record<string, string> = {
  "resume-code": "A resume code",
  invitation: "An invitation to the team",
  "password-reset": "A code to set a password anew",
  safeguarding: "A notice that a case waits for somebody who decides",
  "handed-over": "A notice that responses were handed to somebody",
  call: "A notice about the opening or a change of a call",
  "second-step-off": "A notice that a second step was taken off",
  "provider-link":
    "A notice that an account elsewhere was linked, or that it is no longer",
};

/** What whoever oversees the work is told of mail that has not gone. */
export function describeWaitingMails(
  mails: WaitingMail[],
  { canSend }: { canSend: boolean },
) {
  return mails.map(({ id, kind, maskedTo, createdAt, wasRefused }) => ({
    key: id,
    what: whatFor[kind] ?? kind,
    to: maskedTo,
    since: formatMoment(createdAt),
    state: wasRefused
      ? "The mail server refused it for good, and what it said is deleted."
      : canSend
        ? "It waits to be sent."
        : "It waits, and no mail server is set: ask whoever runs the server.",
  }));
}
