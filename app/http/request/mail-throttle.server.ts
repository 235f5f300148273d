import { createHmac } from "node:crypto";
import { countUse, countUseOfEach } from "#app/domain/limits/limits.server.ts";
import type { RequestContext } from "./context.server.ts";

const secondsOfDay = 24 * 60 * 60;

/** Of one draft: a slip of the keys, a second address. */
const mailsOfDraft = { most: 3, windowSeconds: secondsOfDay };
/** From one network: a class that stops together has room. */
const mailsOfNetwork = { most: 60, windowSeconds: 60 * 60 };
/** To one address, whoever asks for them and from wherever. */
const mailsToAddress = { most: 5, windowSeconds: secondsOfDay };

type Mailing = {
  context: Pick<RequestContext, "db" | "env" | "networkKey" | "now">;
  /** Of the draft that the mail is about. */
  publicId: string;
  address: string;
};

export type MailCounted =
  { ok: true; isHeldBack: boolean } | { ok: false; waitSeconds: number };

/**
 * Counts a mail that somebody wants to have sent, so that nobody fills a
 * stranger's letter box from here. That an address has had enough is told to
 * nobody, who would learn that others wrote to it: the mail is held back.
 */
export async function countMail(mailing: Mailing): Promise<MailCounted> {
  const { context, publicId, address } = mailing;
  const { db, env, networkKey, now } = context;
  const keyed = (name: string) =>
    `mail:${createHmac("sha256", env.secret).update(`mail:${name}`).digest("base64url")}`;
  const limits = [
    { key: keyed(`draft:${publicId}`), ...mailsOfDraft },
    { key: keyed(`network:${networkKey}`), ...mailsOfNetwork },
  ];
  const counted = await countUseOfEach(db, limits, now());
  if (!counted.ok) return counted;
  const key = keyed(`address:${address.toLowerCase()}`);
  const toAddress = await countUse(db, { key, ...mailsToAddress, now: now() });
  return { ok: true, isHeldBack: !toAddress.ok };
}

/**
 * Counts a mail that somebody asks for who says that the address is theirs.
 *
 * @returns whether it may be sent: so many go to one address in a day.
 */
export async function countStaffMail(
  context: Mailing["context"],
  address: string,
): Promise<boolean> {
  const { db, env, now } = context;
  const name = `staff-mail:${address.trim().toLowerCase()}`;
  const key = `mail:${createHmac("sha256", env.secret).update(name).digest("base64url")}`;
  const counted = await countUse(db, { key, ...mailsToAddress, now: now() });
  return counted.ok;
}
