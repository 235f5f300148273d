import type { Db, Trx } from "#app/db/schema.ts";
import { readVisibleResponse } from "../responses/visible-responses.server.ts";
import { isTooLateFor } from "../responses/withdrawal.ts";
import { changeResponse, findLastChange } from "../responses/changes.server.ts";
import { renewClaim } from "../responses/claims.server.ts";
import {
  deleteResponseTags,
  insertResponseTags,
  selectTagNamesOf,
  selectTagsOfResponse,
} from "./response-tags.queries.server.ts";
import type { ResponseTag, SavedResponseTags } from "./response-tags.ts";
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
  /** The response's version that the person saw. */
  rowVersion: number;
  /** All tags the response is to carry: what is left out is taken off. */
  tagIds: number[];
  /** A tag to be defined and given in one go. */
  newTag?: TagWords | undefined;
  actor: Tagger;
  now: Date;
};

export type ResponseTagsOutcome =
  | { ok: true; added: number[]; removed: number[] }
  | {
      ok: false;
      reason: "withdrawn" | "tag-not-found" | "tag-retired" | "tag-name-taken";
    }
  | { ok: false; reason: "stale"; saved: SavedResponseTags };

/**
 * Puts the tags of the whole response in place of those it had.
 *
 * `stale` where the response changed since `rowVersion`, with what is saved now;
 * a choice that is the same as what is saved is no conflict and changes nothing.
 * `withdrawn` where its sender took the response back. A retired tag may stay and cannot be added. `tag-name-taken` where `newTag` has the name of a tag in use.
 *
 * @throws where no response has that id.
 */
export async function saveResponseTags(
  db: Db,
  tagging: ResponseTagging,
): Promise<ResponseTagsOutcome> {
  const { responseId } = tagging;
  return db.transaction().execute(async (trx) => {
    const { actor: viewer, now } = tagging;
    const seen = { responseId, viewer, now };
    const response = await readVisibleResponse(trx, seen);
    const { rowVersion } = response;
    const tags = await selectResponseTags(trx, responseId);
    const { added, removed } = compareTags(tags, tagging.tagIds);
    if (added.length + removed.length === 0 && !tagging.newTag) {
      await renewClaim(trx, { ...viewer, responseId, now });
      return { ok: true, added, removed };
    }
    if (isTooLateFor("tags", response))
      return { ok: false, reason: "withdrawn" };
    if (rowVersion !== tagging.rowVersion) {
      const change = await findLastChange(trx, { responseId, rowVersion });
      return {
        ok: false,
        reason: "stale",
        saved: { tags, rowVersion, ...change },
      };
    }
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
  });
}

function compareTags(saved: ResponseTag[], chosenIds: number[]) {
  const savedIds = saved.map((tag) => tag.tagId);
  const distinctIds = [...new Set(chosenIds)];
  return {
    added: distinctIds.filter((id) => !savedIds.includes(id)),
    removed: savedIds.filter((id) => !distinctIds.includes(id)),
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
  await deleteResponseTags(trx, { responseId, tagIds: removed });
  await insertResponseTags(trx, {
    responseId,
    tagIds: added,
    taggedBy: actor.staffId,
    taggedAt: now.toISOString(),
  });
  const changed = await changeResponse(trx, {
    responseId,
    rowVersion: change.rowVersion,
    set: {},
    events: [{ type: "response.tags-saved", details: { added, removed } }],
    actor,
    now,
  });
  if (!changed.ok)
    throw new Error("The response changed inside the transaction");
}

/** What a response was filed under, for whoever sent it: names alone, and not who chose them. */
export async function readOwnTags(
  db: Db,
  responseId: number,
): Promise<string[]> {
  return selectTagNamesOf(db, responseId);
}
