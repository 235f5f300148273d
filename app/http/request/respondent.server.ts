import { data } from "@remix-run/node";
import {
  type Call,
  findCallBySlug,
  selectPublicCalls,
} from "#app/domain/calls/calls.server.ts";
import { type CallOpening, callOpening } from "#app/domain/calls/opening.ts";
import { type Answering, mayAnswer } from "#app/domain/drafts/answering.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import { findSentResponse } from "#app/domain/responses/sent-responses.server.ts";
import type { RequestContext } from "./context.server.ts";
import { expireDraftHolder, readDraftHolder } from "./draft-holder.server.ts";

type PublicContext = Pick<
  RequestContext,
  "db" | "env" | "now" | "draftHolderKey"
>;

export type PublicCall = { call: Call; opening: CallOpening };

/**
 * The call of this address, where the public may know of it.
 *
 * @throws a 404 where there is none, or it is still in preparation.
 */
export async function requirePublicCall(
  context: PublicContext,
  slug: string | undefined,
): Promise<PublicCall> {
  const call = slug && (await findCallBySlug(context.db, slug));
  const opening = call && callOpening(call, context.now());
  if (!call || !opening) throw data(null, { status: 404 });
  return { call, opening };
}

export type Respondent = PublicCall & {
  holderKey: string | undefined;
  /** This browser's unsent draft for the call; somebody else's is simply not found. */
  draft: Draft | undefined;
  /** Whether this person can start, change or send answers now. */
  answering: Answering;
};

/** Who answers which call: by the address and the browser's cookie. @throws as `requirePublicCall`. */
export async function findRespondent(
  request: Pick<Request, "headers">,
  context: PublicContext,
  slug: string | undefined,
): Promise<Respondent> {
  const publicCall = await requirePublicCall(context, slug);
  const holderKey = readDraftHolder(request, context);
  const of = { callId: publicCall.call.id, now: context.now() };
  const draft = holderKey
    ? await findDraft(context.db, { ...of, holderKey })
    : undefined;
  return {
    ...publicCall,
    holderKey,
    draft,
    answering: mayAnswer(publicCall.call, draft, of.now),
  };
}

export type HeldDraft = PublicCall & { draft: Draft; answering: Answering };

/** This browser's unsent drafts for these calls, in their order. */
export async function selectHeldDrafts(
  context: PublicContext,
  holderKey: string | undefined,
  calls: Call[],
): Promise<HeldDraft[]> {
  if (!holderKey) return [];
  const held: HeldDraft[] = [];
  for (const call of calls) {
    const now = context.now();
    const opening = callOpening(call, now);
    const of = { callId: call.id, holderKey, now };
    const draft = await findDraft(context.db, of);
    if (!draft || !opening) continue;
    held.push({ call, opening, draft, answering: mayAnswer(call, draft, now) });
  }
  return held;
}

/**
 * The cookie that makes the browser forget its key, where neither an unsent
 * draft nor another receipt hangs on it.
 */
export async function forgetHolderCookie(
  context: PublicContext,
  holderKey: string,
): Promise<Record<string, string>> {
  const calls = await selectPublicCalls(context.db);
  const held = await selectHeldDrafts(context, holderKey, calls);
  if (held.length > 0) return {};
  const of = { holderKey, secret: context.env.secret, now: context.now() };
  for (const { id: callId } of calls)
    if (await findSentResponse(context.db, { ...of, callId })) return {};
  return { "Set-Cookie": expireDraftHolder(context) };
}
