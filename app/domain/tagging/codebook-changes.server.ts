import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvents } from "../audit/audit.server.ts";
import {
  insertChange,
  insertChangeTags,
  selectChange,
  selectChangesOf,
  selectNewestChanges,
} from "./codebook-changes.queries.server.ts";
import {
  type ChangeDetails,
  changeDetailsSchema,
  type CodebookChange,
  type CodebookChangeKind,
} from "./codebook-changes.ts";
import type { Tagger } from "./tags.ts";

type NewChange = {
  kind: CodebookChangeKind;
  details: Partial<ChangeDetails>;
  /** The tags whose history tells of it; the first is what it is about. */
  tagIds: number[];
  actor: Tagger;
  now: Date;
};

/**
 * Keeps a change of the codebook, with what stood before, and an event of each
 * tag that it is about: ids and counts, the words are in the change alone.
 *
 * @returns the change's id, for what was moved with it
 */
export async function recordChange(
  trx: Trx,
  { kind, details, tagIds, actor, now }: NewChange,
): Promise<number> {
  const changeId = await insertChange(trx, {
    kind,
    made_by: actor.staffId,
    made_at: now.toISOString(),
    details: JSON.stringify(changeDetailsSchema.parse(details)),
  });
  const distinct = [...new Set(tagIds)];
  await insertChangeTags(trx, changeId, distinct);
  await recordEvents(
    trx,
    distinct.map((id) => ({
      at: now,
      actor: { kind: "staff", staffId: actor.staffId },
      subject: { kind: "tag", id },
      type: `tag.${kind}`,
      details: { changeId, ...details.moves },
    })),
  );
  return changeId;
}

const mostShown = 200;

/** What was done to a tag, the newest first. */
export async function selectTagChanges(
  db: Db,
  tagId: number,
): Promise<CodebookChange[]> {
  const rows = await selectChangesOf(db, { tagId, limit: mostShown });
  return rows.map(toChange);
}

/** What was done to the codebook, the newest first. */
export async function selectCodebookChanges(db: Db): Promise<CodebookChange[]> {
  return (await selectNewestChanges(db, mostShown)).map(toChange);
}

/** One change; undefined where there is none. */
export async function findChange(
  db: Db,
  changeId: number,
): Promise<CodebookChange | undefined> {
  const row = await selectChange(db, changeId);
  return row && toChange(row);
}

function toChange(
  row: NonNullable<Awaited<ReturnType<typeof selectChange>>>,
): CodebookChange {
  const { undoneBy, undoneAt, details, ...change } = row;
  return {
    ...change,
    details: changeDetailsSchema.parse(JSON.parse(details)),
    undone:
      undoneAt === null ? undefined : { by: undoneBy ?? "", at: undoneAt },
  };
}
