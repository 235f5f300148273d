import type { Trx } from "#app/db/schema.ts";
import type { CodebookChange, LeftAsItIs } from "./codebook-changes.ts";
import {
  insertPassages,
  insertWholes,
  retagPassages,
  retagWholes,
  selectMoves,
  selectPassagesByPublicId,
  updateMemo,
} from "./codebook-moves.queries.server.ts";
import {
  type FormerPassage,
  formerSchema,
  type FormerWhole,
} from "./former-taggings.ts";
import { selectTagsByIds } from "./tags.queries.server.ts";

const movesAtOnce = 500;

type Move = Awaited<ReturnType<typeof selectMoves>>[number];

/** Takes what a change moved back to where it was; what was taken off or tagged anew since is counted. */
export async function putBackMoves(
  trx: Trx,
  { changeId, details }: CodebookChange,
): Promise<LeftAsItIs[]> {
  const { fromTagId = 0, toTagId = 0, moves } = details;
  const [from] = await selectTagsByIds(trx, [fromTagId]);
  const total = (moves?.passages ?? 0) + (moves?.wholes ?? 0);
  const left = (count: number, reason: LeftAsItIs["reason"]) =>
    count > 0
      ? [{ tagId: toTagId, what: "passages" as const, reason, count }]
      : [];
  if (!from || from.retiredAt !== null) return left(total, "name-taken");
  let [restored, after] = [0, 0];
  for (;;) {
    const part = await selectMoves(trx, {
      changeId,
      after,
      limit: movesAtOnce,
    });
    restored += await putPartBack(trx, part, { fromTagId, toTagId });
    const last = part.at(-1);
    if (!last || part.length < movesAtOnce) break;
    after = last.id;
  }
  return left(total - restored, "changed-since");
}

type Between = { fromTagId: number; toTagId: number };

async function putPartBack(trx: Trx, part: Move[], between: Between) {
  const back = { fromTagId: between.toTagId, toTagId: between.fromTagId };
  const plain = part.filter(({ former }) => former === null);
  const publicIds = plain
    .filter(({ passage }) => passage !== "")
    .map(({ passage }) => passage);
  const responseIds = plain
    .filter(({ passage }) => passage === "")
    .map(({ responseId }) => responseId);
  const joined = part.flatMap(({ former, responseId }) =>
    former === null
      ? []
      : [{ ...formerSchema.parse(JSON.parse(former)), responseId }],
  );
  const passages = joined.filter((one): one is FormerPassage => "into" in one);
  const wholes = joined.filter((one) => !("into" in one));
  return (
    (await retagPassages(trx, { publicIds, ...back })) +
    (await retagWholes(trx, { responseIds, ...back })) +
    (await partPassages(trx, passages, between)) +
    (await partWholes(trx, wholes, between))
  );
}

/** Two passages that had become one: the other has the same words, and gives them. */
async function partPassages(
  trx: Trx,
  formers: FormerPassage[],
  { fromTagId, toTagId }: Between,
): Promise<number> {
  const found = await selectPassagesByPublicId(trx, [
    ...new Set(formers.map(({ into }) => into)),
  ]);
  const twins = new Map(
    found
      .filter(({ tagId }) => tagId === toTagId)
      .map((twin) => [twin.publicId, twin]),
  );
  const rows = formers.flatMap((former) => {
    const twin = twins.get(former.into);
    return twin ? [toRow(former, fromTagId, twin)] : [];
  });
  await insertPassages(trx, rows);
  // The last that was joined knows the memo as it is now, the first as it was.
  for (const former of [...formers].reverse()) {
    const twin = twins.get(former.into);
    if (!twin || twin.memo !== former.memoAfter) continue;
    twin.memo = former.memoBefore;
    await updateMemo(trx, former.into, former.memoBefore);
  }
  return rows.length;
}

function toRow(
  former: FormerPassage,
  tagId: number,
  twin: { quote: string; takenBackAt: string | null },
) {
  return {
    public_id: former.publicId,
    response_id: former.responseId,
    answer_id: former.answerId,
    attachment_id: former.attachmentId,
    tag_id: tagId,
    start_offset: former.startOffset,
    end_offset: former.endOffset,
    quote: twin.quote,
    memo: former.memo,
    tagged_by: former.taggedBy,
    tagged_at: former.taggedAt,
    taken_back_at: twin.takenBackAt,
  };
}

async function partWholes(
  trx: Trx,
  formers: FormerWhole[],
  { fromTagId }: Between,
): Promise<number> {
  await insertWholes(
    trx,
    formers.map((former) => ({
      response_id: former.responseId,
      tag_id: fromTagId,
      tagged_by: former.taggedBy,
      tagged_at: former.taggedAt,
    })),
  );
  return formers.length;
}
