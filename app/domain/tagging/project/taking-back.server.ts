import type { Db, Row, Trx } from "#app/db/schema.ts";
import { selectTaggingsOf } from "../bulk-tags.server.ts";
import { removePassageWithin } from "../passage-removal.server.ts";
import { saveResponseTagsWithin } from "../response-tags.server.ts";
import type { Tagger } from "../tags.ts";
import { undoChange } from "../undoing.server.ts";
import type { ProjectFile } from "./project.ts";
import {
  selectPassagesStanding,
  selectProjectFile,
  writeStanding,
} from "./projects.queries.server.ts";

type Doing = { actor: Tagger; now: Date };

const passagesInBatch = 10;

/** Takes back some of what landed; what somebody changed since stays. @returns whether anything was left. */
export async function takeBackNext(
  trx: Trx,
  { projectFileId, actor, now }: Doing & { projectFileId: number },
): Promise<boolean> {
  const row = await selectProjectFile(trx, projectFileId);
  const next = await selectPassagesStanding(trx, {
    ...{ projectFileId, standing: "landed", limit: passagesInBatch },
  });
  const plan = JSON.parse(row?.plan ?? "{}") as ProjectFile["plan"];
  for (const passage of next) {
    const code = plan.landing?.[passage.code];
    const tagId = code && "tagId" in code ? code.tagId : 0;
    const isRemoved = await takeBackOne(trx, passage, { actor, now, tagId });
    await writeStanding(trx, {
      ...{ projectFileId, number: passage.number },
      ...(isRemoved
        ? { standing: "removed" }
        : { standing: "left", reason: "changed-since" }),
    });
  }
  return next.length > 0;
}

async function takeBackOne(
  trx: Trx,
  passage: Row<"project_passages">,
  { actor, now, tagId }: Doing & { tagId: number },
): Promise<boolean> {
  const responseId = passage.response_id;
  if (responseId === null) return false;
  if (passage.passage !== null) {
    const removed = await removePassageWithin(trx, {
      ...{ responseId, publicId: passage.passage, tagId, actor, now },
      projectFileId: passage.project_file_id,
    });
    return removed.ok;
  }
  const standing = await selectTaggingsOf(trx, [responseId], [tagId]);
  const given = standing.get(responseId) ?? [];
  if (given.every(({ taggedBy }) => taggedBy !== actor.staffId)) return false;
  const saved = await saveResponseTagsWithin(trx, {
    ...{ responseId, actor, now, seenTagIds: [tagId], tagIds: [] },
  });
  return saved.ok;
}

/** The tags that came with it are retired again, but for those that something else is tagged with. */
export async function takeBackTags(
  db: Db,
  { project, actor, now }: Doing & { project: ProjectFile },
): Promise<void> {
  if (project.changeId === null) return;
  await undoChange(db, { changeId: project.changeId, actor, now });
}
