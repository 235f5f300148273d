import { createTransport } from "nodemailer";
import type { Letter } from "./mail.ts";

/** How mail leaves. */
export type MailSettings = {
  host: string;
  port: number;
  /** TLS from the first byte. */
  isTls: boolean;
  /** Nothing is said before the server has gone over to TLS. */
  mustTurnToTls: boolean;
  login: { user: string; pass: string } | undefined;
  from: string;
};

/** A letter on its way: the same `id` again is the same message. */
export type SentLetter = Letter & { id: string; writtenAt: Date };

/** @throws a MailNotSent where it is worth trying again. */
export type SendMail = (
  letter: SentLetter,
) => Promise<{ ok: true } | { ok: false; reason: "refused" }>;

/** Its name says why, in the mail library's own word: no message, which may name an address. */
export class MailNotSent extends Error {
  constructor(why: string) {
    super("A mail was not sent");
    this.name = why;
  }
}

const connectMilliseconds = 15_000;
const silenceMilliseconds = 60_000;

/**
 * The mail server of the settings, which is spoken to anew for each mail: few
 * are sent. Without settings every mail goes on waiting until its time is over.
 */
export function openMailServer(settings: MailSettings | undefined): SendMail {
  if (!settings) return () => Promise.reject(new MailNotSent("NoMailServer"));
  const { host, port, isTls, mustTurnToTls, login, from } = settings;
  const transport = createTransport({
    host,
    port,
    secure: isTls,
    requireTLS: mustTurnToTls,
    ...(login && { auth: login }),
    connectionTimeout: connectMilliseconds,
    greetingTimeout: connectMilliseconds,
    dnsTimeout: connectMilliseconds,
    socketTimeout: silenceMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return async ({ to, subject, text, id, writtenAt }) => {
    try {
      await transport.sendMail({
        from,
        to: { name: "", address: to },
        envelope: { from, to: [to] },
        subject,
        text,
        date: writtenAt,
        messageId: `<${id}@${domain}>`,
        xMailer: false,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return { ok: true };
    } catch (error) {
      if (isRefusal(error)) return { ok: false, reason: "refused" };
      throw new MailNotSent(codeOf(error));
    }
  };
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : "";
  return typeof code === "string" && /^[A-Z]{2,20}$/.test(code)
    ? code
    : "unknown";
}

/** For good, of this mail or its address. That we have to sign in first is the settings' fault, and may be mended. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = "responseCode" in error ? error.responseCode : undefined;
  const isOfThisMail = ["EENVELOPE", "EMESSAGE"].includes(codeOf(error));
  if (typeof status !== "number") return codeOf(error) === "EENVELOPE";
  return isOfThisMail && status >= 550 && status < 560;
}
