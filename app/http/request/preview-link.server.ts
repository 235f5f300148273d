import { createHmac, timingSafeEqual } from "node:crypto";
import type { RequestContext } from "./context.server.ts";

/** As long as a colleague may take to look; told wherever a link is given out. */
export const previewDays = 7;

/** What is seen under a link: the working copy as it is when it is looked at, or a version that never changes. */
export type PreviewOf =
  { kind: "working-copy" } | { kind: "version"; version: number };

export type PreviewLink = {
  callId: number;
  of: PreviewOf;
  until: Date;
  /** Whoever may keep calls and is signed in; or anybody, as long as the row of that number is not ended. */
  opensTo: "team" | number;
};

type Signing = Pick<RequestContext, "env" | "now">;

/** When a link ends that is given out now. */
export function previewEnd({ now }: Pick<Signing, "now">): Date {
  return new Date(now().getTime() + previewDays * 24 * 60 * 60_000);
}

/** A signed link to a preview. */
export function signPreviewLink(
  { env }: Pick<Signing, "env">,
  { callId, of, until, opensTo }: PreviewLink,
): string {
  const what = of.kind === "version" ? `v${of.version}` : "now";
  const told = `${callId}.${what}.${until.getTime()}.${opensTo}`;
  return `${told}.${sign({ env }, told)}`;
}

/** A link for the team's own eyes: nothing is stored of it, and without their session it shows nothing. */
export function ownPreviewLink(
  context: Signing,
  of: Pick<PreviewLink, "callId" | "of">,
): string {
  const until = previewEnd(context);
  return signPreviewLink(context, { ...of, until, opensTo: "team" });
}

type ReadLink =
  { ok: true; link: PreviewLink } | { ok: false; reason: "unknown" | "over" };

const written =
  /^((\d{1,15})\.(now|v\d{1,9})\.(\d{13})(?:\.(team|\d{1,9}))?)\.([\w-]{43})$/;

/** @returns `unknown` where Heard has signed no such link, or with another secret; `over` also for one from before links were noted. */
export function readPreviewLink(context: Signing, link: string): ReadLink {
  const [, told, callId, what = "", until, opensTo, signature] =
    written.exec(link) ?? [];
  if (told === undefined || signature === undefined)
    return { ok: false, reason: "unknown" };
  const expected = Buffer.from(sign(context, told));
  if (!timingSafeEqual(expected, Buffer.from(signature)))
    return { ok: false, reason: "unknown" };
  if (opensTo === undefined || Number(until) < context.now().getTime())
    return { ok: false, reason: "over" };
  const of: PreviewOf =
    what === "now"
      ? { kind: "working-copy" }
      : { kind: "version", version: Number(what.slice(1)) };
  const read = { callId: Number(callId), of, until: new Date(Number(until)) };
  const whom = opensTo === "team" ? opensTo : Number(opensTo);
  return { ok: true, link: { ...read, opensTo: whom } };
}

function sign({ env }: Pick<Signing, "env">, told: string): string {
  return createHmac("sha256", env.secret)
    .update(`preview:${told}`)
    .digest("base64url");
}
