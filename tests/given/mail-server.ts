import { once } from "node:events";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { SMTPServer } from "smtp-server";
import type { MailSettings } from "#app/domain/mail/smtp.server.ts";

export type ReceivedMail = { to: string[]; raw: string };

/** A real mail server on loopback, without TLS, that takes what it is given until it is told otherwise. */
export async function givenMailServer() {
  const received: ReceivedMail[] = [];
  /** What it answers to an address, in place of taking it. */
  let answer: { responseCode: number; message: string } | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, done) =>
      done(answer && Object.assign(new Error(answer.message), answer)),
    onData: (stream, session, done) => {
      void text(stream).then((raw) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw });
        done();
      });
    },
  });
  // What a client breaks off is the test's to see, at the client.
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const settings: MailSettings = {
    host: "127.0.0.1",
    port,
    isTls: false,
    mustTurnToTls: false,
    login: undefined,
    from: "heard@review.example",
  };
  return {
    received,
    settings,
    answerWith: (responseCode: number | undefined) => {
      answer = responseCode
        ? { responseCode, message: "Not now, secret@person.example" }
        : undefined;
    },
  };
}

/** Plain text as it was written: what a mail folds and encodes for the way is undone. */
export function textOf({ raw }: ReceivedMail): string {
  const [, body = ""] = raw.split(/\r\n\r\n([\s\S]*)/);
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
