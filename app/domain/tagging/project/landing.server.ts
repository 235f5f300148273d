import { toNameKey } from "../../text/name-keys.ts";
import type { Db, Row, Trx } from "#app/db/schema.ts";
import { findAnswerText } from "../../responses/visible-responses.server.ts";
import { UnshapelyError, writePlannedTags } from "../codebook-in.server.ts";
import { recordChange } from "../codebook-changes.server.ts";
import { insertPassage, whyWorkIsOver } from "../passages.server.ts";
import { sliceCodePoints } from "../passages.ts";
import { saveResponseTagsWithin } from "../response-tags.server.ts";
import { findTag, selectTagsInUse } from "../tags.server.ts";
import { type Tagger } from "../tags.ts";
import type { PlannedCode, ProjectFile } from "./project.ts";
import {
  moveProject,
  selectPassagesStanding,
  selectProjectFile,
  writePlan,
  writeStanding,
} from "./projects.queries.server.ts";

type Doing = { actor: Tagger; now: Date };

/** Makes the tags that are new, once, as one change of the codebook. @returns `no` where the codebook would be no tree with them. */
export async function makeTags(
  db: Db,
  { project, actor, now }: Doing & { project: ProjectFile },
): Promise<"yes" | "no"> {
  try {
    await db
      .transaction()
      .execute((trx) => makeTagsWithin(trx, project, { actor, now }));
    return "yes";
  } catch (error) {
    if (error instanceof UnshapelyError) return "no";
    throw error;
  }
}

async function makeTagsWithin(
  trx: Trx,
  { projectFileId, plan }: ProjectFile,
  { actor, now }: Doing,
): Promise<void> {
  const known = await selectInUse(trx);
  const missing = plan.codes.filter(
    ({ what, entry }) => what === "new" && !known.has(toNameKey(entry.name)),
  );
  const tags = await writePlannedTags(
    trx,
    missing.map(({ entry }) => ({ entry, what: "new" })),
    { actor, now },
  );
  const made = await selectInUse(trx);
  const landing = plan.codes.map((code): PlannedCode => {
    const tagId = made.get(toNameKey(code.entry.name));
    return code.what === "new" && tagId !== undefined
      ? { entry: code.entry, what: "by-name", tagId, isRetired: false }
      : code;
  });
  await writePlan(trx, projectFileId, { ...plan, landing });
  if (tags.length === 0) return;
  const changeId = await recordChange(trx, {
    kind: "imported",
    details: { tags },
    tagIds: tags.map(({ tagId }) => tagId),
    ...{ actor, now },
  });
  await moveProject(trx, {
    ...{ projectFileId, from: "landing", at: now.toISOString() },
    set: { change_id: changeId },
  });
}

async function selectInUse(trx: Trx): Promise<Map<string, number>> {
  const tags = await selectTagsInUse(trx);
  return new Map(tags.map(({ tagId, name }) => [toNameKey(name), tagId]));
}

type Landing = Doing & {
  projectFileId: number;
  randomBytes: (count: number) => Buffer;
};

/** Each is some ten statements: so few that whoever sends meanwhile waits for no more than a moment. */
const passagesInBatch = 10;

/** @returns whether anything was left to land. */
export async function landNext(trx: Trx, landing: Landing): Promise<boolean> {
  const { projectFileId } = landing;
  const row = await selectProjectFile(trx, projectFileId);
  const next = await selectPassagesStanding(trx, {
    ...{ projectFileId, standing: "new", limit: passagesInBatch },
  });
  const plan = JSON.parse(row?.plan ?? "{}") as ProjectFile["plan"];
  for (const passage of next) {
    const code = plan.landing?.[passage.code];
    const tagId = code && "tagId" in code ? code.tagId : undefined;
    const landed = await landOne(trx, landing, { passage, tagId });
    await writeStanding(trx, {
      ...{ projectFileId, number: passage.number, ...landed },
    });
  }
  return next.length > 0;
}

type Waiting = Row<"project_passages">;

async function landOne(
  trx: Trx,
  { projectFileId, actor, now, randomBytes }: Landing,
  { passage, tagId }: { passage: Waiting; tagId: number | undefined },
) {
  const left = (reason: string) => ({ standing: "left" as const, reason });
  const responseId = passage.response_id;
  const tag = tagId === undefined ? undefined : await findTag(trx, tagId);
  if (!tag || tag.isRetired) return left("tag-retired");
  if (responseId === null) return left("source-unknown");
  const over = await whyWorkIsOver(trx, { responseId, actor, now });
  if (over) return left(over);
  const own = { responseId, actor, now };
  const { answer_id: answerId, start_offset: startOffset } = passage;
  const { end_offset: endOffset, memo } = passage;
  if (answerId === null || startOffset === null || endOffset === null) {
    const tagIds = [tag.tagId];
    const saved = await saveResponseTagsWithin(trx, {
      ...{ ...own, seenTagIds: [], tagIds },
    });
    if (!saved.ok) return left(saved.reason);
    return { standing: saved.added.length > 0 ? "landed" : "present" } as const;
  }
  const text = await findAnswerText(trx, {
    ...{ responseId, answerId, viewer: actor },
  });
  const quote = text && sliceCodePoints(text, startOffset, endOffset);
  if (!quote) return left("changed");
  const place = { answerId, attachmentId: null, startOffset, endOffset, quote };
  const { publicId, isNew } = await insertPassage(
    trx,
    { ...own, memo, randomBytes, projectFileId },
    { ...place, tagId: tag.tagId },
  );
  if (!isNew) return { standing: "present" as const };
  return { standing: "landed" as const, passage: publicId };
}
