import type { Db, Trx } from "#app/db/schema.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { selectVisibleResponses } from "../responses/visible-responses.server.ts";
import {
  type ActionRow,
  countByPerson,
  countItems,
  selectAction,
  selectLeftItems,
  selectNewestActions,
} from "./bulk.queries.server.ts";
import {
  type BulkAction,
  type BulkDeed,
  bulkDetails,
  type BulkOutcome,
  type BulkUndone,
  mostLeftListed,
} from "./bulk.ts";

/** An action as it stands; undefined where there is none. */
export async function findAction(
  db: Db | Trx,
  actionId: number,
): Promise<BulkAction | undefined> {
  const row = await selectAction(db, actionId);
  return row && toAction(row);
}

const mostListed = 50;

/** What was done to many responses, by whom, the newest first. */
export async function selectActions(db: Db): Promise<BulkAction[]> {
  return (await selectNewestActions(db, mostListed)).map(toAction);
}

function toAction(row: ActionRow): BulkAction {
  const { isCut, counts, takenOff, ...deed } = bulkDetails[row.kind].parse(
    JSON.parse(row.details),
  );
  return {
    actionId: row.id,
    madeBy: row.made_by,
    madeByName: row.madeByName,
    // Parsed by the schema of this very kind.
    deed: { kind: row.kind, ...deed } as BulkDeed,
    standing: row.standing,
    search: row.search,
    isCut,
    counts,
    takenOff,
    madeAt: row.made_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}

export type BulkReport = {
  action: BulkAction;
  /** Of all, by what came of them; `waiting` have not had their turn. */
  outcomes: Partial<Record<BulkOutcome | "waiting", number>>;
  undone: Partial<Record<BulkUndone, number>>;
  total: number;
  people: { name: string; count: number }[];
  /** What was left as it is or could not be put back, of what the reader sees. */
  left: {
    reference: string;
    outcome: BulkOutcome | null;
    undone: BulkUndone | null;
  }[];
};

/** What an action comes to, came to, and could not undo. */
export async function readReport(
  db: Db,
  of: { actionId: number; viewer: Viewer; now: Date },
): Promise<BulkReport | undefined> {
  const { actionId, viewer, now } = of;
  const action = await findAction(db, actionId);
  if (!action) return undefined;
  const outcomes: BulkReport["outcomes"] = {};
  const undone: BulkReport["undone"] = {};
  let total = 0;
  const counts = action.counts ?? (await countItems(db, actionId));
  for (const row of counts) {
    const outcome = row.outcome ?? "waiting";
    outcomes[outcome] = (outcomes[outcome] ?? 0) + row.count;
    if (row.undone) undone[row.undone] = (undone[row.undone] ?? 0) + row.count;
    total += row.count;
  }
  const people =
    action.deed.kind === "assign" ? await countByPerson(db, actionId) : [];
  const items = await selectLeftItems(db, actionId, mostLeftListed);
  const responseIds = items.map(({ responseId }) => responseId);
  const seen = await selectVisibleResponses(db, { responseIds, viewer, now });
  const references = new Map(
    seen.map(({ responseId, reference }) => [responseId, reference]),
  );
  const left = items.flatMap(({ responseId, ...item }) => {
    const reference = references.get(responseId);
    return reference === undefined ? [] : [{ reference, ...item }];
  });
  return { action, outcomes, undone, total, people, left };
}
