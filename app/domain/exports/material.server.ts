import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db, Row } from "#app/db/schema.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import type { Call } from "../calls/calls.server.ts";
import { selectEveryDefinition } from "../calls/definitions.server.ts";
import { inLanguage } from "../calls/languages.ts";
import { isIdentifying } from "../calls/question-types/question-types.ts";
import { readFormMeanings } from "../tagging/form-meanings.server.ts";
import {
  readSearchOfCall,
  selectListedIds,
} from "../triage/listed-ids.server.ts";
import { ExportRefused, ExportStopped } from "./export-errors.ts";
import type { QueueConditions } from "../triage/queue-shape.ts";
import {
  isRunning,
  type Run,
  updateProgress,
} from "./exports.queries.server.ts";
import { LeftOut } from "./left-out.ts";
import {
  type RedactionsOf,
  type Release,
  type Released,
  releaseResponses,
} from "./release.server.ts";
import type { ExportWords } from "./words.ts";

/** All that the writer of a format is handed. */
export type Material = {
  db: Db;
  title: string;
  asked: Row<"exports">;
  /** What the search found, by id. */
  ids: number[];
  /** What is asked in any of the call's forms and may be told, in the newest form's order. */
  questions: { questionId: string; label: string }[];
  release: Release;
  leftOut: LeftOut;
  words: ExportWords;
  made: Date;
  /** The responses that may leave, a part at a time. To be walked once. */
  parts: () => AsyncGenerator<Released[]>;
  /** To be called with what was done of `ids`: tells how far it is. @throws where the export is not to be made any more. */
  goOn: (doneCount: number) => Promise<void>;
};

type Gathering = {
  asked: Row<"exports">;
  run: Run;
  call: Call;
  viewer: StaffMember;
  words: ExportWords;
  redactionsOf: RedactionsOf;
  now: () => Date;
};

/** Looks up what an export is of. @throws where its search means nothing any more. */
export async function gatherMaterial(
  db: Db,
  { asked, run, call, viewer, words, redactionsOf, now }: Gathering,
): Promise<Material> {
  const made = now();
  const found = await readSearchOfCall(db, {
    ...{ viewer, callSlug: call.slug, search: asked.search, now: made },
  });
  if (found.isEmpty || found.problems.length > 0)
    throw new ExportRefused("search");
  const ids = await selectIdsToJudge(db, found.conditions);
  const leftOut = new LeftOut();
  const meanings = await readFormMeanings(db);
  const markOf = words.redacted;
  const kind = asked.kind;
  const release = { kind, viewer, meanings, leftOut, redactionsOf, markOf };
  const goOn = progressOf(db, { run, total: ids.length, now });
  await goOn(0);
  return {
    ...{ db, asked, ids, release, leftOut, words, made, goOn },
    title: inLanguage(call.definition.title, "en"),
    questions: await selectQuestions(db, call.id),
    parts: () => releaseParts(db, { ids, release, goOn }),
  };
}

/** No list shows what is frozen or was withdrawn; what of it the search would find is judged too, so that it is counted as left out. */
async function selectIdsToJudge(
  db: Db,
  conditions: QueueConditions,
): Promise<number[]> {
  const { state } = conditions;
  const inAnyState = state === "all" ? ("any" as const) : state;
  const whole = { ...conditions, state: inAnyState };
  const listed = await selectListedIds(db, whole);
  const asked = { ...whole, isFlagged: true };
  const frozen = await selectListedIds(db, asked);
  if (frozen.length === 0) return listed;
  return [...new Set([...listed, ...frozen])].sort((a, b) => a - b);
}

/** So many responses are in memory at a time. */
const responsesInPart = 200;

async function* releaseParts(
  db: Db,
  { ids, release, goOn }: Pick<Material, "ids" | "release" | "goOn">,
): AsyncGenerator<Released[]> {
  for (let at = 0; at < ids.length; at += responsesInPart) {
    const part = ids.slice(at, at + responsesInPart);
    yield await releaseResponses(db, release, part);
    await goOn(at + part.length);
  }
}

const betweenTellings = 1_000;

function progressOf(
  db: Db,
  { run, total, now }: { run: Run; total: number; now: () => Date },
) {
  let toldAt = -Infinity;
  return async (doneCount: number) => {
    await nextTurn();
    const isTime = performance.now() - toldAt > betweenTellings;
    if (isTime) toldAt = performance.now();
    const isOurs = isTime
      ? await updateProgress(db, run, {
          ...{ done_count: doneCount, total_count: total },
          touched_at: now().toISOString(),
        })
      : await isRunning(db, run);
    if (!isOurs) throw new ExportStopped();
  };
}

async function selectQuestions(
  db: Db,
  callId: number,
): Promise<Material["questions"]> {
  const found = new Map<string, string>();
  const definitions = await selectEveryDefinition(db);
  const own = definitions.filter((one) => one.callId === callId).reverse();
  for (const { definition } of own)
    for (const question of questionsOf(definition))
      if (!isIdentifying(question) && !found.has(question.id))
        found.set(question.id, inLanguage(question.label, "en"));
  return [...found].map(([questionId, label]) => ({ questionId, label }));
}
