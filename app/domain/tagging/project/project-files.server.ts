import type { Db, Trx } from "#app/db/schema.ts";
import { may } from "../../accounts/permissions.ts";
import { enqueueJob } from "../../jobs/jobs.server.ts";
import { selectVisibleResponses } from "../../responses/visible-responses.server.ts";
import { isTooLateFor } from "../../responses/withdrawal.ts";
import { tidyText } from "../../text/foreign-text.ts";
import { maxMemoCharacters } from "../passages.ts";
import type { Tagger } from "../tags.ts";
import { checkProject } from "./check-project.server.ts";
import type { CheckedCoding } from "./judge-source.server.ts";
import {
  keepsWordsDays,
  maxKeptWords,
  type Project,
  type ProjectFile,
  type ProjectOutcome,
  type ProjectPlan,
} from "./project.ts";
import {
  clearWords,
  countStandings,
  deleteProject,
  insertProjectFile,
  insertProjectPassages,
  moveProject,
  selectNewestProjectFiles,
  selectPassagesStanding,
  selectProjectFile,
} from "./projects.queries.server.ts";

const rowsInStatement = 200;

type Kept = {
  project: Project;
  /** As the browser sent it. */
  name: string;
  sha256: string;
  /** With which every mark of what is redacted begins. */
  mark: string;
  actor: Tagger;
  now: Date;
};

/** Checks a project against the responses as they are, and keeps what it would come to. @returns its id. */
export async function keepProject(db: Db, kept: Kept): Promise<number> {
  const { project, mark, actor: viewer } = kept;
  const { plan, codings } = await checkProject(db, { project, viewer, mark });
  const at = kept.now.toISOString();
  return db.transaction().execute(async (trx) => {
    const projectFileId = await insertProjectFile(trx, {
      name: tidyText(kept.name).slice(0, 200) || "project.qdpx",
      file_sha256: kept.sha256,
      plan: JSON.stringify(plan),
      uploaded_by: viewer.staffId,
      ...{ uploaded_at: at, changed_at: at },
    });
    const rows = codings.map((coding, index) =>
      toRow(projectFileId, coding, index + 1),
    );
    for (let from = 0; from < rows.length; from += rowsInStatement)
      await insertProjectPassages(
        trx,
        rows.slice(from, from + rowsInStatement),
      );
    return projectFileId;
  });
}

function toRow(projectFileId: number, coding: CheckedCoding, number: number) {
  return {
    ...{ project_file_id: projectFileId, number, source: coding.source },
    ...{ response_id: coding.responseId, answer_id: coding.answerId },
    ...{ code: coding.code, coder: coding.coder },
    ...{ start_offset: coding.startOffset, end_offset: coding.endOffset },
    memo: tidyText(coding.memo).slice(0, maxMemoCharacters),
    ...{ standing: coding.standing, reason: coding.reason },
    words: coding.words.slice(0, maxKeptWords),
  };
}

/** @returns undefined where there is none of that number. */
export async function findProject(
  db: Db,
  projectFileId: number,
): Promise<ProjectFile | undefined> {
  const row = await selectProjectFile(db, projectFileId);
  return row && toProject(row);
}

/** The newest, at most 50. */
export async function listProjects(db: Db): Promise<ProjectFile[]> {
  return (await selectNewestProjectFiles(db, 50)).map(toProject);
}

function toProject(
  row: NonNullable<Awaited<ReturnType<typeof selectProjectFile>>>,
): ProjectFile {
  return {
    ...{ projectFileId: row.id, name: row.name, state: row.state },
    plan: JSON.parse(row.plan) as ProjectPlan,
    outcome:
      row.outcome === null
        ? undefined
        : (JSON.parse(row.outcome) as ProjectOutcome),
    ...{ uploadedBy: row.uploaderName, uploadedAt: row.uploaded_at },
    ...{ askedBy: row.asked_by, changeId: row.change_id },
    rowVersion: row.row_version,
  };
}

type Seeing = { projectFileId: number; viewer: Tagger; now: Date };

/**
 * How much stands how, and what of it found no place, at most `limit`: with the
 * reason, and with its words where the response is open to work still.
 */
export async function selectProjectLines(
  db: Db,
  { projectFileId, viewer, now }: Seeing,
  limit: number,
) {
  const counts = await countStandings(db, projectFileId);
  const of = { projectFileId, limit };
  const lines = [
    ...(await selectPassagesStanding(db, { ...of, standing: "unplaced" })),
    ...(await selectPassagesStanding(db, { ...of, standing: "left" })),
  ].slice(0, limit);
  const ids = lines.flatMap((line) => line.response_id ?? []);
  const responseIds = [...new Set(ids)];
  const seen =
    responseIds.length === 0
      ? []
      : await selectVisibleResponses(db, { responseIds, viewer, now });
  const open = new Set(
    seen
      .filter((response) => !isTooLateFor("passages", response))
      .map(({ responseId }) => responseId),
  );
  const unplaced = lines.map((line) => ({
    ...line,
    words: open.has(line.response_id ?? 0) ? line.words : "",
  }));
  return { counts, unplaced };
}

type Asking = {
  projectFileId: number;
  seenVersion: number;
  actor: Tagger;
  now: Date;
};

export type ProjectAsked =
  { ok: true } | { ok: false; reason: "not-allowed" | "changed" };

/** Has what found its place land, with the tags that are new. */
export async function askToLand(db: Db, asking: Asking): Promise<ProjectAsked> {
  return askFor(db, asking, { from: "checked", to: "landing" });
}

/** Has all that landed taken back, but for what somebody changed since. */
export async function askToTakeBack(
  db: Db,
  asking: Asking,
): Promise<ProjectAsked> {
  return askFor(db, asking, { from: "landed", to: "undoing" });
}

async function askFor(
  db: Db,
  { projectFileId, seenVersion, actor, now }: Asking,
  { from, to }: { from: "checked" | "landed"; to: "landing" | "undoing" },
): Promise<ProjectAsked> {
  if (!may(actor, "reshape-codebook") || !may(actor, "tag-responses"))
    return { ok: false, reason: "not-allowed" };
  return db.transaction().execute(async (trx) => {
    const isAsked = await moveProject(trx, {
      ...{ projectFileId, from, seenVersion, at: now.toISOString() },
      set: { state: to, outcome: null, asked_by: actor.staffId },
    });
    if (!isAsked) return { ok: false, reason: "changed" };
    const payload = { projectFileId };
    await enqueueJob(trx, { kind: "project.work", payload, now });
    return { ok: true };
  });
}

/** Deletes a project that has not landed. @returns false where it has, or was. */
export async function discardProject(
  db: Db,
  projectFileId: number,
): Promise<boolean> {
  return db
    .transaction()
    .execute((trx: Trx) =>
      deleteProject(trx, { projectFileId, state: "checked" }),
    );
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Deletes the words, kept for their readers only, of projects that nobody has touched for `keepsWordsDays`. */
export async function deleteOldProjectWords(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keepsWordsDays * dayMilliseconds);
  await db
    .transaction()
    .execute((trx) => clearWords(trx, { before: before.toISOString() }));
}
