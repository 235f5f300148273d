import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { chosenOf, type ChosenItem } from "./merging.server.ts";
import { upsertRechecks } from "./rechecking.queries.server.ts";
import type { Tagger } from "./tags.ts";

/**
 * Writes down that somebody looked again at what was tagged before its tag was
 * defined anew, and that it stays. What has lost the tag or was frozen meanwhile is passed over.
 *
 * @returns how many there were
 */
export async function markLookedAtAgain(
  db: Db,
  {
    tagId,
    items,
    actor,
    now,
  }: { tagId: number; items: ChosenItem[]; actor: Tagger; now: Date },
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const chosen = await chosenOf(trx, { tagId, items, actor });
    const places = [
      ...chosen.passages.map(({ responseId, publicId }) => ({
        responseId,
        passage: publicId,
      })),
      ...chosen.wholes.map(({ responseId }) => ({ responseId, passage: "" })),
    ];
    await upsertRechecks(
      trx,
      places.map(({ responseId, passage }) => ({
        ...{ tag_id: tagId, response_id: responseId, passage },
        ...{ checked_by: actor.staffId, checked_at: now.toISOString() },
      })),
    );
    if (places.length > 0)
      await recordEvent(trx, {
        at: now,
        actor: { kind: "staff", staffId: actor.staffId },
        subject: { kind: "tag", id: tagId },
        type: "tag.looked-at-again",
        details: { count: places.length },
      });
    return places.length;
  });
}
