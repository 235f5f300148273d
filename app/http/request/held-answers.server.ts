import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  selectShownReceipts,
  type ShownReceipt,
} from "#app/domain/drafts/sent-drafts.server.ts";
import type { RequestContext } from "./context.server.ts";
import { readDraftHolder } from "./draft-holder.server.ts";
import { type HeldDraft, selectHeldDrafts } from "./respondent.server.ts";

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
