import type { Db, Trx } from "#app/db/schema.ts";
import { selectLastEventId } from "../../audit/audit.server.ts";
import { findCall } from "../calls.server.ts";
import { isSameJson } from "../../text/canonical-json.ts";
import { keepSources } from "./translation/keep-sources.ts";
import { recordEdit, tellOfEdit } from "./edit-events.server.ts";
import {
  type Editing,
  maxWorkingCopySize,
  type Part,
  partsOf,
  readParts,
  toWorkingCopy,
  type WorkingCopy,
} from "./working-copy.ts";
import {
  deleteDefinitionDraftPart,
  insertDefinitionDraft,
  insertDefinitionDraftParts,
  placeDefinitionDraftPart,
  raiseDefinitionDraft,
  selectDefinitionDraft,
  selectDefinitionDraftParts,
  updateDefinitionDraftPart,
} from "./working-copy.queries.server.ts";

/** A call as it is being changed; as it was published, where nobody has changed it since. Looking makes nothing. */
export async function findWorkingCopy(
  db: Db,
  callId: number,
): Promise<WorkingCopy> {
  const draft = await selectDefinitionDraft(db, callId);
  if (!draft) {
    const { definitionId, definition } = await findCall(db, callId);
    return toWorkingCopy(definitionId, definition);
  }
  return {
    draftId: draft.id,
    basedOn: draft.based_on_definition_id,
    rowVersion: draft.row_version,
    ...readParts(await selectDefinitionDraftParts(db, draft.id)),
  };
}

/** What a change makes of a working copy, and what the log tells of it; or why it is not made. */
export type Edit<Reason extends string> =
  | { after: WorkingCopy; did: { what: string; key?: string } }
  | { refused: Reason };

export type EditOutcome<Reason extends string> =
  /** Nothing is stored where nothing is changed. */
  | { ok: true; isChanged: boolean; copy: WorkingCopy }
  | { ok: false; reason: Reason | "too-big"; copy: WorkingCopy };

/**
 * Changes the working copy of a call, and makes it where this is the first
 * change. The edit is given what stands there now, and gives back what should.
 */
export async function editWorkingCopy<Reason extends string>(
  db: Db,
  editing: Editing,
  edit: (before: WorkingCopy) => Edit<Reason>,
): Promise<EditOutcome<Reason>> {
  const { callId, staffId, now } = editing;
  return db.transaction().execute(async (trx) => {
    const before = await findWorkingCopy(trx, callId);
    const edited = edit(before);
    if ("refused" in edited)
      return { ok: false, reason: edited.refused, copy: before };
    const { did } = edited;
    const after = keepSources(before, edited.after);
    if (isSameJson(after, before))
      return { ok: true, isChanged: false, copy: before };
    if (sizeOf(after) > maxWorkingCopySize)
      return { ok: false, reason: "too-big", copy: before };
    const change = { callId, staffId, at: now.toISOString() };
    const draftId = before.draftId ?? (await begin(trx, before, change));
    const raised = await raiseDefinitionDraft(trx, draftId);
    await storeDifference(trx, {
      ...{ draftId, rowVersion: raised.row_version, before, after, ...change },
    });
    if (raised.proposed_version === raised.row_version - 1)
      await tellOfEdit(trx, editing, {
        kind: "change-fell",
        to: peopleOf(raised),
      });
    await recordEdit(trx, editing, { type: "call.edited", details: did });
    const copy = await findWorkingCopy(trx, callId);
    return { ok: true, isChanged: true, copy };
  });
}

const peopleOf = (of: {
  proposed_by_id: string | null;
  approved_by_id: string | null;
}) => [of.proposed_by_id, of.approved_by_id];

function sizeOf(copy: WorkingCopy): number {
  return partsOf(copy).reduce(
    (size, { body }) => size + JSON.stringify(body).length,
    0,
  );
}

type Change = { callId: number; staffId: string; at: string };

/**
 * Everything as it was published. It counts from where no working copy of the
 * call has come to, as each change is an event: what somebody looked at, and
 * what was thrown away and made anew since, have never the same count.
 */
async function begin(
  trx: Trx,
  copy: WorkingCopy,
  { callId, staffId, at }: Change,
): Promise<number> {
  const draftId = await insertDefinitionDraft(trx, {
    ...{ call_id: callId, based_on_definition_id: copy.basedOn },
    row_version: await selectLastEventId(trx),
    ...{ created_at: at, created_by_id: staffId },
  });
  await insertDefinitionDraftParts(
    trx,
    placedParts(copy).map(({ position, part }) =>
      toRow(draftId, part, position),
    ),
  );
  return draftId;
}

function toRow(draftId: number, part: Part, position: number) {
  const { kind, key, body } = part;
  return {
    ...{ draft_id: draftId, kind, key, position },
    body: JSON.stringify(body),
  };
}

/** Parts with their places among those of their kind. */
function placedParts(copy: WorkingCopy) {
  const counts = new Map<string, number>();
  return partsOf(copy).map((part) => {
    const position = counts.get(part.kind) ?? 0;
    counts.set(part.kind, position + 1);
    return { part, position };
  });
}

const nameOf = ({ kind, key }: Part) => `${kind} ${key}`;

async function storeDifference(
  trx: Trx,
  of: Change & {
    draftId: number;
    rowVersion: number;
    before: WorkingCopy;
    after: WorkingCopy;
  },
): Promise<void> {
  const { draftId, staffId, at } = of;
  const signed = {
    ...{ changed_at: at, changed_by_id: staffId },
    row_version: of.rowVersion,
  };
  const before = new Map(
    placedParts(of.before).map((one) => [nameOf(one.part), one]),
  );
  for (const { part, position } of placedParts(of.after)) {
    const { kind, key } = part;
    const old = before.get(nameOf(part));
    before.delete(nameOf(part));
    if (!old) {
      const row = { ...toRow(draftId, part, position), ...signed };
      await insertDefinitionDraftParts(trx, [row]);
      continue;
    }
    const body = JSON.stringify(part.body);
    if (!isSameJson(part.body, old.part.body))
      await updateDefinitionDraftPart(
        trx,
        { draftId, kind, key },
        { body, ...signed },
      );
    if (position !== old.position)
      await placeDefinitionDraftPart(trx, { draftId, kind, key }, position);
  }
  for (const { part } of before.values())
    await deleteDefinitionDraftPart(trx, { draftId, ...part });
}
