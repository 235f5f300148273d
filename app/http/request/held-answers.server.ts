import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  selectShownReceipts,
  type ShownReceipt,
} from "#app/domain/drafts/sent-drafts.server.ts";
import { callOpening } from "#app/domain/calls/opening.ts";
import { type Answering, mayAnswer } from "#app/domain/drafts/answering.ts";
import type { DraftHead } from "#app/domain/drafts/drafts.ts";
import { selectDraftHeads } from "#app/domain/drafts/drafts.server.ts";
import type { RequestContext } from "./context.server.ts";
import { readDraftHolder } from "./draft-holder.server.ts";
import type { PublicCall, PublicContext } from "./respondent.server.ts";

type HeldDraft = PublicCall & {
  draft: DraftHead;
  answering: Answering;
};

/** This browser's unsent drafts for these calls, in their order and the oldest first. */
async function selectHeldDrafts(
  context: PublicContext,
  holderKey: string | undefined,
  calls: Call[],
): Promise<HeldDraft[]> {
  if (!holderKey) return [];
  const now = context.now();
  const drafts = await selectDraftHeads(context.db, { holderKey, now });
  return calls.flatMap((call) => {
    const opening = callOpening(call, now);
    if (!opening) return [];
    return drafts
      .filter(({ callId }) => callId === call.id)
      .map((draft) => {
        const answering = mayAnswer(call, draft, now);
        return { call, opening, draft, answering };
      });
  });
}

/** What this browser holds of these calls: unsent drafts, the oldest first, and receipts, the newest first. */
export async function selectHeldAnswers(
  request: Pick<Request, "headers">,
  context: RequestContext,
  calls: Call[],
): Promise<{
  now: Date;
  drafts: HeldDraft[];
  receipts: (ShownReceipt & { call: Call })[];
}> {
  const holderKey = readDraftHolder(request, context);
  const now = context.now();
  if (!holderKey) return { now, drafts: [], receipts: [] };
  const sent = await selectShownReceipts(context.db, { holderKey, now });
  return {
    now,
    drafts: await selectHeldDrafts(context, holderKey, calls),
    receipts: sent.flatMap((receipt) =>
      calls
        .filter(({ id }) => id === receipt.callId)
        .map((call) => ({ ...receipt, call })),
    ),
  };
}
