import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "#app/db/schema.ts";
import type { Viewer } from "../../responses/visible-responses.ts";
import { selectKnownTags, tidyEntries } from "../codebook-in.server.ts";
import { guidFor } from "../tag-guids.server.ts";
import { planCodes } from "./plan-codes.ts";
import {
  type CheckedCoding,
  judgeSource,
  type SourceResponse,
} from "./judge-source.server.ts";
import type {
  PlannedCode,
  Project,
  ProjectPlan,
  ProjectSource,
} from "./project.ts";
import { groupByResponse } from "../../responses/by-response.ts";
import { selectStandingAnswers } from "../../responses/standing-answers.server.ts";
import {
  selectAllReferences,
  selectByReferences,
  selectPresentPassages,
  selectPresentWholes,
} from "./sources.queries.server.ts";

const sourcesAtOnce = 200;
const referencesAtOnce = 5_000;
const mostNamed = 20;

/** What bringing in a project would come to, with nothing written. */
export async function checkProject(
  db: Db,
  { project, viewer, mark }: { project: Project; viewer: Viewer; mark: string },
): Promise<{ plan: ProjectPlan; codings: CheckedCoding[] }> {
  const codes = planCodes(
    tidyEntries(project.codes),
    await selectKnownTags(db),
  );
  const responses = await findResponses(db, viewer, project.sources);
  const judging = { viewer, codes, mark, responses };
  const codings: CheckedCoding[] = [];
  for (let at = 0; at < project.sources.length; at += sourcesAtOnce) {
    const sources = project.sources.slice(at, at + sourcesAtOnce);
    codings.push(...(await judgeSources(db, sources, judging)));
    // Others are answered between two parts, also where the database answers at once.
    await nextTurn();
  }
  const unknown = project.sources.filter((source) => !responses.has(source));
  const plan = {
    codes,
    sourceCount: project.sources.length,
    unknownSources: {
      count: unknown.length,
      names: unknown.slice(0, mostNamed).map(({ name }) => name.slice(0, 100)),
    },
    otherSourceCount: project.otherSourceCount,
    uncoded: project.uncoded,
    movedCount: codings.filter(({ isMoved }) => isMoved).length,
  };
  return { plan, codings };
}

type Judging = {
  viewer: Viewer;
  codes: PlannedCode[];
  mark: string;
  responses: Map<ProjectSource, SourceResponse>;
};

async function judgeSources(
  db: Db,
  sources: ProjectSource[],
  { viewer, codes, mark, responses }: Judging,
): Promise<CheckedCoding[]> {
  const ids = sources.flatMap(
    (source) => responses.get(source)?.responseId ?? [],
  );
  const answers = groupByResponse(
    await selectStandingAnswers(db, { viewer, responseIds: ids }),
  );
  const passages = groupByResponse(await selectPresentPassages(db, ids));
  const wholes = groupByResponse(await selectPresentWholes(db, ids));
  return sources.flatMap((source) => {
    const response = responses.get(source);
    const id = response?.responseId ?? 0;
    return judgeSource(source, {
      ...{ codes, response, mark },
      answers: answers.get(id) ?? [],
      passages: passages.get(id) ?? [],
      wholes: wholes.get(id) ?? [],
    });
  });
}

/** By the reference that a text is named by; where a program named it otherwise, by what programs call it. */
async function findResponses(
  db: Db,
  viewer: Viewer,
  sources: ProjectSource[],
): Promise<Map<ProjectSource, SourceResponse>> {
  const found = new Map<ProjectSource, SourceResponse>();
  for (let at = 0; at < sources.length; at += sourcesAtOnce) {
    const some = sources.slice(at, at + sourcesAtOnce);
    const rows = await selectByReferences(db, viewer, some.map(referenceOf));
    const byReference = new Map(rows.map((row) => [row.reference, row]));
    for (const source of some) {
      const row = byReference.get(referenceOf(source));
      if (row) found.set(source, row);
    }
  }
  const rest = sources.filter((source) => !found.has(source));
  const byGuid = new Map(rest.map((source) => [source.guid, source]));
  for (let after = 0; byGuid.size > 0;) {
    const of = { after, limit: referencesAtOnce };
    const rows = await selectAllReferences(db, viewer, of);
    for (const row of rows) {
      const source = byGuid.get(guidFor(`response ${row.reference}`));
      if (source) found.set(source, row);
    }
    if (rows.length < referencesAtOnce) break;
    after = rows.at(-1)?.responseId ?? after;
  }
  return found;
}

/** Some programs put the ending of a file behind the name. */
function referenceOf({ name }: ProjectSource): string {
  return name.replace(/\.(txt|docx?|rtf)$/i, "").toUpperCase();
}
