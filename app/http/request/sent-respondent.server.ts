import { redirect } from "@remix-run/node";
import { draftNamedIn, formPlaceAddress } from "#app/addresses.ts";
import { asksEquality } from "#app/domain/equality/equality.server.ts";
import { findSentDraft } from "#app/domain/drafts/sent-drafts.server.ts";
import type { RequestContext } from "./context.server.ts";
import { readDraftHolder } from "./draft-holder.server.ts";
import { speakOfCall } from "./language.server.ts";
import { requirePublicCall } from "./respondent.server.ts";

/**
 * Whoever has just sent their answers and was not asked the equality questions yet.
 *
 * @throws a redirect to the receipt where they were, where the call asks none any more, or where this browser sent nothing.
 */
export async function requireSender(
  request: Request,
  context: RequestContext,
  slug: string | undefined,
) {
  const { call } = await requirePublicCall(context, slug);
  const now = context.now();
  const holderKey = readDraftHolder(request, context);
  const publicId = draftNamedIn(new URL(request.url).searchParams);
  const of = { callId: call.id, now, publicId };
  const sent =
    holderKey && (await findSentDraft(context.db, { ...of, holderKey }));
  if (!sent || sent.isEqualitySettled || !asksEquality(call, now)) {
    const answer = { slug: call.slug, draft: publicId };
    throw redirect(formPlaceAddress(answer, "sent"), 303);
  }
  const holder = { callId: call.id, holderKey, publicId: sent.publicId, now };
  const { definition } = call;
  const language = speakOfCall(request, context, { ...sent, definition });
  return { call, sent: { ...sent, language }, holder };
}
