import type { Db, Trx } from "#app/db/schema.ts";
import { renewClaim } from "../responses/claims.server.ts";
import { indexTeamTexts } from "../responses/search-index.server.ts";
import { readVisibleResponse } from "../responses/visible-responses.server.ts";
import { type TooLate, whyTooLateFor } from "../responses/withdrawal.ts";
import { tidyText } from "../text/foreign-text.ts";
import {
  recordPassageEvent,
  type TaggedPlace,
} from "./passage-events.server.ts";
import { locateQuote } from "./find-quote.ts";
import {
  insertPassageRow,
  selectPassagesOfResponse,
  selectSamePassage,
} from "./passages.queries.server.ts";
import { type Passage, type QuotePlace, sliceCodePoints } from "./passages.ts";
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

/** The tags a passage gets: of the list, and one that is defined in the same go. At least one. */
export type ChosenTags = { tagIds: number[]; newTag?: TagWords | undefined };

type Quoted = {
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
} & PassageSource;

/** A passage, and one tag for it. */
export type NewPassage = Quoted & ({ tagId: number } | { newTag: TagWords });

type Refused =
  | {
      ok: false;
      reason:
        | TooLate
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

export type PassageOutcome = { ok: true; publicId: string } | Refused;
/** By the tag that the list has first, one of each. */
export type PassagesOutcome = { ok: true; publicIds: string[] } | Refused;

/** Tags a passage of a frozen text with one tag: `tagPassageWithAll` of one. */
export async function tagPassage(
  db: Db,
  passage: NewPassage,
): Promise<PassageOutcome> {
  const tags =
    "newTag" in passage
      ? { tagIds: [], newTag: passage.newTag }
      : { tagIds: [passage.tagId] };
  const tagged = await tagPassageWithAll(db, { ...passage, ...tags });
  if (!tagged.ok) return tagged;
  const [publicId = ""] = tagged.publicIds;
  return { ok: true, publicId };
}

/**
 * Tags a passage of a frozen text, with one tag or several, all of them or none.
 * Passages may overlap.
 *
 * The quote must be the text at the offsets; where it is not, or none are given,
 * it is looked for in the text and must stand there once: `quote-ambiguous`
 * brings the places to choose from. White space around it is left out. The same
 * passage tagged again with the same tag by the same person is the one that is there.
 */
export async function tagPassageWithAll(
  db: Db,
  passage: Quoted & ChosenTags,
): Promise<PassagesOutcome> {
  return db.transaction().execute(async (trx) => {
    const over = await whyWorkIsOver(trx, passage);
    if (over) return { ok: false, reason: over };
    const source = await findSourceText(trx, passage);
    if (!source) return { ok: false, reason: "source-not-found" };
    const { text, answerId, attachmentId, isChanged } = source;
    const located = locateQuote(source.shownText, passage);
    if (!located.ok && located.reason === "quote-not-found" && isChanged)
      return { ok: false, reason: "words-changed" };
    if (!located.ok) return located;
    const chosen = await chooseTags(trx, passage);
    if (!chosen.ok) return chosen;
    await renewClaim(trx, { ...passage, ...passage.actor });
    const { startOffset, endOffset } = located.span;
    const quote = sliceCodePoints(text, startOffset, endOffset);
    const place = { answerId, attachmentId, startOffset, endOffset, quote };
    const publicIds: string[] = [];
    for (const tagId of chosen.tagIds)
      publicIds.push(
        (await insertPassage(trx, passage, { ...place, tagId })).publicId,
      );
    return { ok: true, publicIds };
  });
}

/** Nothing is tagged any more in what its sender took back, and nothing in what is frozen. */
export async function whyWorkIsOver(
  trx: Trx,
  { responseId, actor, now }: Pick<Quoted, "responseId" | "actor" | "now">,
): Promise<TooLate | undefined> {
  const seen = { responseId, viewer: actor, now };
  return whyTooLateFor("passages", await readVisibleResponse(trx, seen));
}

async function chooseTags(trx: Trx, passage: Quoted & ChosenTags) {
  const tagIds = [...new Set(passage.tagIds)];
  for (const tagId of tagIds) {
    const tag = await findTag(trx, tagId);
    if (!tag) return { ok: false, reason: "tag-not-found" } as const;
    if (tag.isRetired) return { ok: false, reason: "tag-retired" } as const;
  }
  if (!passage.newTag) return { ok: true, tagIds } as const;
  const { actor, now } = passage;
  const tag = await defineTagWithin(trx, { ...passage.newTag, actor, now });
  if (!tag.ok) return { ok: false, reason: "tag-name-taken" } as const;
  return { ok: true, tagIds: [...tagIds, tag.tagId] } as const;
}

type LocatedPassage = TaggedPlace & { quote: string };

/** Tags what was located, as part of the caller's transaction. The same passage of the same person is the one that is there. */
export async function insertPassage(
  trx: Trx,
  given: Pick<
    Quoted,
    "responseId" | "memo" | "actor" | "now" | "randomBytes"
  > & { projectFileId?: number },
  passage: LocatedPassage,
): Promise<{ publicId: string; isNew: boolean }> {
  const { responseId, memo, actor, now, randomBytes, projectFileId } = given;
  const same = await selectSamePassage(trx, {
    ...passage,
    taggedById: actor.staffId,
  });
  if (same) return { publicId: same.publicId, isNew: false };
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
    ...{ actor, now, projectFileId },
  });
  return { publicId, isNew: true };
}
