import type { Db, Trx } from "#app/db/schema.ts";
import { readVisibleResponse } from "../responses/visible-responses.server.ts";
import { type TooLate, whyTooLateFor } from "../responses/withdrawal.ts";
import { noteBesideResponse } from "../responses/changes.server.ts";
import { renewClaim } from "../responses/claims.server.ts";
import {
  deleteResponseTags,
  insertResponseTags,
  selectTagNamesOf,
  selectTagsOfResponse,
} from "./response-tags.queries.server.ts";
import { changesOf, type ResponseTag } from "./response-tags.ts";
import { selectTagsByIds } from "./tags.queries.server.ts";
import { defineTagWithin } from "./tags.server.ts";
import type { Tagger, TagWords } from "./tags.ts";

/** The tags of the whole response, by name, with who gave them. */
export async function selectResponseTags(
  db: Db,
  responseId: number,
): Promise<ResponseTag[]> {
  const rows = await selectTagsOfResponse(db, responseId);
  return rows.map(({ retiredAt, ...tag }) => ({
    ...tag,
    isRetired: retiredAt !== null,
  }));
}

export type ResponseTagging = {
  responseId: number;
  /** Which version of what was sent the person had before them; left out where they had the last. */
  answersVersion?: number | undefined;
  /** The tags that the response carried when the person chose. */
  seenTagIds: number[];
  /** Those they chose: what they saw and left out is taken off, what they did not see stays as it is. */
  tagIds: number[];
  /** A tag to be defined and given in one go. */
  newTag?: TagWords | undefined;
  actor: Tagger;
  now: Date;
  /** The id of the action on many responses that this is part of. */
  bulk?: number;
};

export type ResponseTagsOutcome =
  | { ok: true; added: number[]; removed: number[] }
  | {
      ok: false;
      reason:
        | TooLate
        | "words-changed"
        | "tag-not-found"
        | "tag-retired"
        | "tag-name-taken";
    };

/**
 * Gives the whole response the tags that a person added, and takes off those
 * they took off. What colleagues added or took off meanwhile stays: two people's
 * additions never clash, so there is no version to compare.
 *
 * `withdrawn` where its sender took the response back; `frozen` while somebody may be at risk; `words-changed` where they changed what it says since. A retired tag may stay and cannot be added. `tag-name-taken` where `newTag` has the name of a tag in use.
 *
 * @throws where no response has that id.
 */
export async function saveResponseTags(
  db: Db,
  tagging: ResponseTagging,
): Promise<ResponseTagsOutcome> {
  return db
    .transaction()
    .execute((trx) => saveResponseTagsWithin(trx, tagging));
}

/** The same as part of the caller's transaction. */
export async function saveResponseTagsWithin(
  trx: Trx,
  tagging: ResponseTagging,
): Promise<ResponseTagsOutcome> {
  const { responseId, actor: viewer, now } = tagging;
  const seen = { responseId, viewer, now };
  const response = await readVisibleResponse(trx, seen);
  const tags = await selectResponseTags(trx, responseId);
  const { added, removed } = changesAgainst(tags, tagging);
  if (added.length + removed.length === 0 && !tagging.newTag) {
    await renewClaim(trx, { ...viewer, responseId, now });
    return { ok: true, added, removed };
  }
  const tooLate = whyTooLateFor("tags", response);
  if (tooLate) return { ok: false, reason: tooLate };
  if (
    tagging.answersVersion &&
    tagging.answersVersion < response.answersVersion
  )
    return { ok: false, reason: "words-changed" };
  const refusal = await refuseTags(trx, added);
  if (refusal) return { ok: false, reason: refusal };
  if (tagging.newTag) {
    const newTag = { ...tagging, ...tagging.newTag };
    const defined = await defineTagWithin(trx, newTag);
    if (!defined.ok) return { ok: false, reason: "tag-name-taken" };
    added.push(defined.tagId);
  }
  await writeTags(trx, { ...tagging, added, removed });
  return { ok: true, added, removed };
}

/** Of what a person did, what a colleague has not done already. */
function changesAgainst(saved: ResponseTag[], tagging: ResponseTagging) {
  const savedIds = new Set(saved.map((tag) => tag.tagId));
  const { added, removed } = changesOf(tagging);
  return {
    added: added.filter((id) => !savedIds.has(id)),
    removed: removed.filter((id) => savedIds.has(id)),
  };
}

async function refuseTags(trx: Trx, tagIds: number[]) {
  const known = await selectTagsByIds(trx, tagIds);
  if (known.length < tagIds.length) return "tag-not-found";
  return known.some((tag) => tag.retiredAt !== null)
    ? "tag-retired"
    : undefined;
}

async function writeTags(
  trx: Trx,
  change: ResponseTagging & { added: number[]; removed: number[] },
) {
  const { responseId, added, removed, actor, now } = change;
  const batch = change.bulk === undefined ? {} : { bulk: change.bulk };
  await deleteResponseTags(trx, { responseId, tagIds: removed });
  await insertResponseTags(trx, {
    responseId,
    tagIds: added,
    taggedBy: actor.staffId,
    taggedAt: now.toISOString(),
  });
  await noteBesideResponse(trx, {
    responseId,
    events: [
      { type: "response.tags-saved", details: { added, removed, ...batch } },
    ],
    actor,
    now,
  });
}

/** What a response was filed under, for whoever sent it: names alone, and not who chose them. */
export async function readOwnTags(
  db: Db,
  responseId: number,
): Promise<string[]> {
  return selectTagNamesOf(db, responseId);
}
