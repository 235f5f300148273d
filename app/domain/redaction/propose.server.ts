import type { Db, Trx } from "#app/db/schema.ts";
import { selectAttachmentsForReview } from "../attachments/attachments.server.ts";
import { renewClaim } from "../responses/claims.server.ts";
import { readVisibleResponse } from "../responses/visible-responses.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { isTooLateFor } from "../responses/withdrawal.ts";
import { locateQuote } from "../tagging/find-quote.ts";
import { findSourceText } from "../tagging/passage-sources.server.ts";
import type { OffsetRange, QuotePlace } from "../tagging/passages.ts";
import { deleteLook } from "./looks.queries.server.ts";
import { recordRedactionEvents } from "./redaction-events.server.ts";
import type { RedactionReason } from "./redactions.ts";
import { insertRedaction } from "./redactions.queries.server.ts";
import { readWhatMayBeTicked, tickedKey } from "./reading.server.ts";

type Proposer = {
  responseId: number;
  actor: Viewer;
  now: Date;
  randomBytes: (count: number) => Buffer;
};

type QuotedWords = Proposer & {
  answerId: number;
  /** Code points from the start of the frozen text; left out where only the words are known. */
  startOffset?: number | undefined;
  /** Exclusive. */
  endOffset?: number | undefined;
  quote: string;
  reason: RedactionReason;
};

type Refused =
  | {
      ok: false;
      reason:
        | "withdrawn"
        | "source-not-found"
        /** Its sender changed the answer, and the words are in it no more. */
        | "words-changed"
        | "quote-empty"
        | "quote-not-found";
    }
  | { ok: false; reason: "quote-ambiguous"; places: QuotePlace[] };

/** How many were new: words that wait or are approved already are not proposed again. */
export type ProposalOutcome = { ok: true; added: number } | Refused;

/**
 * Proposes to redact words of an answer, given by a selection or by quoting
 * them as a passage is: at the offsets where they stand there, else where they stand once.
 */
export async function proposeRedaction(
  db: Db,
  proposal: QuotedWords,
): Promise<ProposalOutcome> {
  return db.transaction().execute(async (trx) => {
    if (await isOver(trx, proposal)) return { ok: false, reason: "withdrawn" };
    const source = await findSourceText(trx, proposal);
    if (!source || source.answerId === null)
      return { ok: false, reason: "source-not-found" };
    const located = locateQuote(source.shownText, proposal);
    if (!located.ok && located.reason === "quote-not-found" && source.isChanged)
      return { ok: false, reason: "words-changed" };
    if (!located.ok) return located;
    const { answerId } = source;
    const place = { ...located.span, answerId, reason: proposal.reason };
    return { ok: true, added: await insertAll(trx, proposal, [place]) };
  });
}

/**
 * Proposes to withhold a file as a whole, with its name and its text, from
 * everybody who may not see originals and from whatever leaves the review.
 */
export async function proposeToWithhold(
  db: Db,
  proposal: Proposer & { publicId: string; reason: RedactionReason },
): Promise<ProposalOutcome> {
  return db.transaction().execute(async (trx) => {
    if (await isOver(trx, proposal)) return { ok: false, reason: "withdrawn" };
    const { responseId, publicId, reason } = proposal;
    const files = await selectAttachmentsForReview(trx, responseId);
    const file = files.find((one) => one.publicId === publicId);
    if (!file) return { ok: false, reason: "source-not-found" };
    const place = { answerId: null, attachmentId: file.id };
    const whole = { ...place, startOffset: 0, endOffset: 0, reason };
    return { ok: true, added: await insertAll(trx, proposal, [whole]) };
  });
}

/** A suggestion that was ticked: it holds only as long as a program would still suggest it. */
export type TickedSuggestion = OffsetRange & {
  answerId: number;
  reason: RedactionReason;
};

/** Proposes what a program suggested and somebody ticked, all of it or, where an answer was changed, nothing. */
export async function proposeSuggestions(
  db: Db,
  proposal: Proposer & { suggestions: TickedSuggestion[] },
): Promise<ProposalOutcome> {
  return db.transaction().execute(async (trx) => {
    const response = await readVisibleResponse(trx, seenBy(proposal));
    if (isTooLateFor("redactions", response))
      return { ok: false, reason: "withdrawn" };
    // A suggestion in an answer that was changed since is none of those that stand.
    const known = await readWhatMayBeTicked(trx, response);
    if (
      !proposal.suggestions.every((one) =>
        known.has(tickedKey(one.answerId, one)),
      )
    )
      return { ok: false, reason: "words-changed" };
    const added = await insertAll(trx, proposal, proposal.suggestions);
    return { ok: true, added };
  });
}

const seenBy = ({ responseId, actor, now }: Proposer) => ({
  ...{ responseId, now },
  viewer: actor,
});

async function isOver(trx: Trx, proposer: Proposer): Promise<boolean> {
  const response = await readVisibleResponse(trx, seenBy(proposer));
  return isTooLateFor("redactions", response);
}

/** Words of an answer, or a file. */
type NewPlace = OffsetRange & {
  answerId: number | null;
  attachmentId?: number;
  reason: RedactionReason;
};

async function insertAll(
  trx: Trx,
  { responseId, actor, now, randomBytes }: Proposer,
  places: NewPlace[],
): Promise<number> {
  const { staffId } = actor;
  const redactions = [];
  for (const { startOffset, endOffset, reason, ...of } of places) {
    const { answerId, attachmentId = null } = of;
    const redactionId = await insertRedaction(trx, {
      public_id: randomBytes(9).toString("base64url"),
      response_id: responseId,
      ...{ answer_id: answerId, attachment_id: attachmentId },
      start_offset: startOffset,
      end_offset: endOffset,
      reason,
      proposed_by: staffId,
      proposed_at: now.toISOString(),
    });
    if (redactionId === undefined) continue;
    const place = { answerId, attachmentId, startOffset, endOffset };
    redactions.push({ redactionId, reason, ...place });
  }
  if (redactions.length > 0) await deleteLook(trx, responseId);
  await renewClaim(trx, { responseId, staffId, now });
  const event = { responseId, staffId, now, redactions };
  await recordRedactionEvents(trx, { type: "redaction.proposed", ...event });
  return redactions.length;
}
