import { setTimeout as sleep } from "node:timers/promises";
import type { Db, Trx } from "#app/db/schema.ts";
import { selectActiveStaff } from "../../accounts/accounts.server.ts";
import { may } from "../../accounts/permissions.ts";
import type { Tagger } from "../tags.ts";
import { landNext, makeTags } from "./landing.server.ts";
import type { ProjectFile, ProjectState } from "./project.ts";
import { findProject } from "./project-files.server.ts";
import {
  clearWords,
  countStandings,
  moveProject,
} from "./projects.queries.server.ts";
import { takeBackNext, takeBackTags } from "./taking-back.server.ts";

const pauseMilliseconds = 30;

type ProjectWork = {
  projectFileId: number;
  now: () => Date;
  randomBytes: (count: number) => Buffer;
  /** After each batch, so that others who save have their turn. */
  pause?: () => Promise<unknown>;
};

/**
 * Does what was asked for with a project: what is coded in it lands, or is taken
 * back, a few passages at a time. Run again after it was cut off, it goes on where
 * it stood.
 */
export async function workOnProject(db: Db, work: ProjectWork): Promise<void> {
  const { projectFileId, now, pause = () => sleep(pauseMilliseconds) } = work;
  const project = await findProject(db, projectFileId);
  if (project?.state !== "landing" && project?.state !== "undoing") return;
  const isLanding = project.state === "landing";
  const actor = await findActor(db, project);
  // Whoever asked is of the team no more: nothing is done in their name.
  if (!actor) return end(db, project, isLanding ? "checked" : "landed", now());
  if (
    isLanding &&
    (await makeTags(db, { project, actor, now: now() })) === "no"
  )
    return end(db, project, "checked", now(), "shape");
  for (let isLeft = true; isLeft;) {
    isLeft = await db.transaction().execute((trx: Trx) => {
      const batch = { projectFileId, actor, now: now() };
      return isLanding
        ? landNext(trx, { ...batch, randomBytes: work.randomBytes })
        : takeBackNext(trx, batch);
    });
    if (isLeft) await pause();
  }
  if (!isLanding) await takeBackTags(db, { project, actor, now: now() });
  await end(db, project, isLanding ? "landed" : "undone", now());
}

async function findActor(
  db: Db,
  { askedBy }: ProjectFile,
): Promise<Tagger | undefined> {
  const staff = await selectActiveStaff(db);
  const asker = staff.find(({ staffId }) => staffId === askedBy);
  return asker && may(asker, "reshape-codebook") ? asker : undefined;
}

async function end(
  db: Db,
  { projectFileId, state, plan }: ProjectFile,
  to: ProjectState,
  now: Date,
  problem?: "shape",
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const counts = await countStandings(trx, projectFileId);
    const of = (standing: string) =>
      counts
        .filter((one) => one.standing === standing)
        .reduce((sum, { count }) => sum + count, 0);
    const outcome = {
      done: of(state === "landing" ? "landed" : "removed"),
      left: of("left"),
      tags: plan.codes.filter(({ what }) => what === "new").length,
      ...(problem && { problem }),
    };
    await moveProject(trx, {
      ...{ projectFileId, from: state, at: now.toISOString() },
      set: { state: to, outcome: JSON.stringify(outcome) },
    });
    if (to === "undone") await clearWords(trx, { projectFileId });
  });
}
