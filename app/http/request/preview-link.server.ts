import { createHmac, timingSafeEqual } from "node:crypto";
import type { RequestContext } from "./context.server.ts";

/** As long as a colleague may take to look; told wherever a link is given out. */
export const previewDays = 7;

/** What is seen under a link: the working copy as it is when it is looked at, or a version that never changes. */
export type PreviewOf =
  { kind: "working-copy" } | { kind: "version"; version: number };

export type PreviewLink = { callId: number; of: PreviewOf; until: Date };

type Signing = Pick<RequestContext, "env" | "now">;

/** When a link ends that is given out now. */
export function previewEnd({ now }: Pick<Signing, "now">): Date {
  return new Date(now().getTime() + previewDays * 24 * 60 * 60_000);
}

/** A link to a preview that holds for `previewDays`; nothing is stored of it. */
export function makePreviewLink(
  context: Signing,
  { callId, of }: Omit<PreviewLink, "until">,
): string {
  const until = previewEnd(context).getTime();
  const what = of.kind === "version" ? `v${of.version}` : "now";
  const told = `${callId}.${what}.${until}`;
  return `${told}.${sign(context, told)}`;
}

type ReadLink =
  { ok: true; link: PreviewLink } | { ok: false; reason: "unknown" | "over" };

/** @returns `unknown` where Heard has signed no such link, or with another secret. */
export function readPreviewLink(context: Signing, written: string): ReadLink {
  const [, told, callId, what = "", until, signature] =
    /^((\d{1,15})\.(now|v\d{1,9})\.(\d{13}))\.([\w-]{43})$/.exec(written) ?? [];
  if (told === undefined || signature === undefined)
    return { ok: false, reason: "unknown" };
  const expected = Buffer.from(sign(context, told));
  if (!timingSafeEqual(expected, Buffer.from(signature)))
    return { ok: false, reason: "unknown" };
  if (Number(until) < context.now().getTime())
    return { ok: false, reason: "over" };
  const of: PreviewOf =
    what === "now"
      ? { kind: "working-copy" }
      : { kind: "version", version: Number(what.slice(1)) };
  const link = { callId: Number(callId), of, until: new Date(Number(until)) };
  return { ok: true, link };
}

function sign({ env }: Signing, told: string): string {
  return createHmac("sha256", env.secret)
    .update(`preview:${told}`)
    .digest("base64url");
}
