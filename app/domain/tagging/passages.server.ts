import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { renewClaim } from "../responses/claims.server.ts";
import { indexTeamTexts } from "../responses/search-index.server.ts";
import { readVisibleResponse } from "../responses/visible-responses.server.ts";
import { isTooLateFor } from "../responses/withdrawal.ts";
import { tidyText } from "../text/foreign-text.ts";
import { locateQuote } from "./find-quote.ts";
import {
  deletePassage,
  insertPassageRow,
  selectPassageOfResponse,
  selectPassagesOfResponse,
  selectSamePassage,
} from "./passages.queries.server.ts";
import {
  mayRemovePassage,
  type OffsetRange,
  type Passage,
  type QuotePlace,
  sliceCodePoints,
} from "./passages.ts";
import {
  findSourceText,
  type PassageSource,
} from "./passage-sources.server.ts";
import { defineTagWithin, findTag } from "./tags.server.ts";
import type { Tagger, TagWords } from "./tags.ts";

/** Every tagged passage of a response, in the order in which they were tagged. */
export async function selectPassages(
  db: Db,
  responseId: number,
): Promise<Passage[]> {
  const rows = await selectPassagesOfResponse(db, responseId);
  return rows.map(({ tagRetiredAt, ...passage }) => ({
    ...passage,
    tagIsRetired: tagRetiredAt !== null,
  }));
}

/** The tag a passage gets: one of the list, or one defined in the same go. */
export type ChosenTag = { tagId: number } | { newTag: TagWords };

export type NewPassage = {
  responseId: number;
  /** Code points from the start of the frozen text; left out where only the quote is known. */
  startOffset?: number | undefined;
  /** Exclusive. */
  endOffset?: number | undefined;
  quote: string;
  memo: string;
  actor: Tagger;
  now: Date;
  randomBytes: (count: number) => Buffer;
} & PassageSource &
  ChosenTag;

export type PassageOutcome =
  | { ok: true; publicId: string }
  | {
      ok: false;
      reason:
        | "withdrawn"
        | "source-not-found"
        /** Its sender changed the answer, and the quote is in it no more. */
        | "words-changed"
        | "quote-empty"
        | "quote-not-found"
        | "tag-not-found"
        | "tag-retired"
        | "tag-name-taken";
    }
  | { ok: false; reason: "quote-ambiguous"; places: QuotePlace[] };

/**
 * Tags a passage of a frozen text. Passages may overlap.
 *
 * The quote must be the text at the offsets; where it is not, or none are given,
 * it is looked for in the text and must stand there once: `quote-ambiguous`
 * brings the places to choose from. White space around it is left out. The same
 * passage tagged again with the same tag by the same person is the one that is there.
 */
export async function tagPassage(
  db: Db,
  passage: NewPassage,
): Promise<PassageOutcome> {
  return db.transaction().execute(async (trx) => {
    if (await isWorkOver(trx, passage))
      return { ok: false, reason: "withdrawn" };
    const source = await findSourceText(trx, passage);
    if (!source) return { ok: false, reason: "source-not-found" };
    const { text, answerId, attachmentId, isChanged } = source;
    const located = locateQuote(text, passage);
    if (!located.ok && located.reason === "quote-not-found" && isChanged)
      return { ok: false, reason: "words-changed" };
    if (!located.ok) return located;
    const tag = await chooseTag(trx, passage);
    if (!tag.ok) return tag;
    await renewClaim(trx, { ...passage, ...passage.actor });
    const { startOffset, endOffset } = located.span;
    return insertPassage(trx, passage, {
      answerId,
      attachmentId,
      tagId: tag.tagId,
      startOffset,
      endOffset,
      quote: sliceCodePoints(text, startOffset, endOffset),
    });
  });
}

async function isWorkOver(
  trx: Trx,
  { responseId, actor, now }: Pick<NewPassage, "responseId" | "actor" | "now">,
): Promise<boolean> {
  const seen = { responseId, viewer: actor, now };
  return isTooLateFor("passages", await readVisibleResponse(trx, seen));
}

async function chooseTag(trx: Trx, passage: NewPassage) {
  if ("newTag" in passage) {
    const { actor, now } = passage;
    const tag = await defineTagWithin(trx, { ...passage.newTag, actor, now });
    if (tag.ok) return tag;
    return { ok: false, reason: "tag-name-taken" } as const;
  }
  const tag = await findTag(trx, passage.tagId);
  if (!tag) return { ok: false, reason: "tag-not-found" } as const;
  if (tag.isRetired) return { ok: false, reason: "tag-retired" } as const;
  return { ok: true, tagId: tag.tagId } as const;
}

type LocatedPassage = OffsetRange & {
  answerId: number | null;
  attachmentId: number | null;
  tagId: number;
  quote: string;
};

async function insertPassage(
  trx: Trx,
  { responseId, memo, actor, now, randomBytes }: NewPassage,
  passage: LocatedPassage,
): Promise<PassageOutcome> {
  const same = await selectSamePassage(trx, {
    ...passage,
    taggedById: actor.staffId,
  });
  if (same) return { ok: true, publicId: same.publicId };
  const publicId = randomBytes(9).toString("base64url");
  const { id } = await insertPassageRow(trx, {
    public_id: publicId,
    response_id: responseId,
    answer_id: passage.answerId,
    attachment_id: passage.attachmentId,
    tag_id: passage.tagId,
    start_offset: passage.startOffset,
    end_offset: passage.endOffset,
    quote: passage.quote,
    memo: tidyText(memo),
    tagged_by: actor.staffId,
    tagged_at: now.toISOString(),
  });
  if (memo.trim() !== "") await indexTeamTexts(trx, responseId);
  await recordPassageEvent(trx, {
    ...passage,
    passageId: id,
    responseId,
    type: "passage.tagged",
    actor,
    now,
  });
  return { ok: true, publicId };
}

export type PassageRemoval = {
  responseId: number;
  publicId: string;
  actor: Tagger;
  now: Date;
};

type RemovalOutcome =
  { ok: true } | { ok: false; reason: "not-found" | "not-yours" | "withdrawn" };

/**
 * Takes the tag off a passage. `withdrawn` where the response's sender took it back. `not-yours` where a reviewer did not tag it:
 * only whoever did, a lead or an admin may. The event keeps what was there.
 */
export async function removePassage(
  db: Db,
  removal: PassageRemoval,
): Promise<RemovalOutcome> {
  return db.transaction().execute(async (trx) => {
    const passage = await selectPassageOfResponse(trx, removal);
    if (!passage) return { ok: false, reason: "not-found" };
    if (await isWorkOver(trx, removal))
      return { ok: false, reason: "withdrawn" };
    if (!mayRemovePassage(removal.actor, passage.taggedById))
      return { ok: false, reason: "not-yours" };
    await deletePassage(trx, passage.passageId);
    await indexTeamTexts(trx, removal.responseId);
    await renewClaim(trx, { ...removal, ...removal.actor });
    await recordPassageEvent(trx, {
      ...removal,
      ...passage,
      type: "passage.removed",
    });
    return { ok: true };
  });
}

/** Offsets and ids, never the quote: the log outlives what people withdraw. */
async function recordPassageEvent(
  trx: Trx,
  event: Omit<LocatedPassage, "quote"> & {
    type: "passage.tagged" | "passage.removed";
    passageId: number;
    responseId: number;
    actor: Tagger;
    now: Date;
  },
) {
  await recordEvent(trx, {
    at: event.now,
    actor: { kind: "staff", staffId: event.actor.staffId },
    subject: { kind: "response", id: event.responseId },
    type: event.type,
    details: {
      passageId: event.passageId,
      tagId: event.tagId,
      answerId: event.answerId,
      attachmentId: event.attachmentId,
      startOffset: event.startOffset,
      endOffset: event.endOffset,
    },
  });
}
