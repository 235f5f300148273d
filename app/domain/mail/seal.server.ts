import { z } from "zod";
import { openText, sealText } from "../text/sealed-text.server.ts";
import type { Letter } from "./mail.ts";

type Sealing = {
  secret: string;
  /** The mail's own: a sealed text opens in no other's place. */
  mailId: string;
};

const sealingOf = ({ secret, mailId }: Sealing) => ({
  secret,
  purpose: "heard-waiting-mail",
  belongsTo: mailId,
});

/** Locks what a mail says and to whom, so that a database, a backup or a log of writes tells neither. */
export function sealLetter(
  letter: Letter,
  {
    randomBytes,
    ...sealing
  }: Sealing & { randomBytes: (count: number) => Buffer },
): string {
  return sealText(JSON.stringify(letter), {
    ...sealingOf(sealing),
    randomBytes,
  });
}

const letterSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});

/** @throws where it was sealed with another secret or for another mail, or was changed. */
export function openLetter(sealed: string, sealing: Sealing): Letter {
  return letterSchema.parse(JSON.parse(openText(sealed, sealingOf(sealing))));
}
