import type { Db, Trx } from "#app/db/schema.ts";
import { addNote } from "../triage/notes.server.ts";
import type { TriageState } from "../triage/triage.ts";
import { saveResponseTags } from "./response-tags.server.ts";
import { responseTagsSchema } from "./tagging-forms.ts";
import type { Tagger } from "./tags.ts";
import {
  daysWorkIsKept,
  describeKeptWork,
  fieldsOfPart,
  type KeptWork,
  keptWorkSchema,
  type SentFields,
  unsavedParts,
  type WorkPart,
  workParts,
} from "./unsaved-work.ts";
import {
  countFieldsKeptBy,
  deleteFieldsKeptBefore,
  deleteKeptFields,
  selectKeptFields,
  upsertKeptFields,
} from "./unsaved-work.queries.server.ts";

type Owner = { responseId: number; staffId: string };

/** What somebody typed on a response's page and did not save; undefined for nothing. */
export async function findKeptWork(
  db: Db,
  owner: Owner,
): Promise<KeptWork | undefined> {
  const fields = await selectKeptFields(db, owner);
  if (fields === undefined) return undefined;
  return keptWorkSchema.safeParse(JSON.parse(fields)).data;
}

const dayMilliseconds = 24 * 60 * 60_000;

/** Housekeeping: what nobody came back to for 30 days is deleted. */
export async function forgetOldUnsavedWork(db: Db, now: Date): Promise<number> {
  const keptFor = daysWorkIsKept * dayMilliseconds;
  const before = new Date(now.getTime() - keptFor).toISOString();
  return deleteFieldsKeptBefore(db, before);
}

export type SentWork = {
  staffId: string;
  /** As it is saved now. */
  response: {
    responseId: number;
    state: TriageState;
    assigneeId: string | null;
    rowVersion: number;
  };
  /** The part whose button was pressed; undefined where none is saved by it. */
  saving: WorkPart | undefined;
  fields: SentFields;
  /** The whole page was sent, not a form of its own: what is not among the fields was emptied. */
  isWholePage: boolean;
  rowVersion: number;
  now: Date;
};

/**
 * Keeps what stands typed, ticked or chosen beside the part that is being saved,
 * for the person and the response, until it is saved or emptied. Before the
 * save: what is saved now is what the other parts are compared with.
 *
 * @returns the parts that are kept now.
 */
export async function keepOtherWork(
  db: Db,
  sent: SentWork,
): Promise<WorkPart[]> {
  return db.transaction().execute(async (trx) => {
    const { responseId } = sent.response;
    const owner = { ...sent, responseId };
    const kept = sent.isWholePage
      ? readSentWork(sent)
      : await findKeptWork(trx, owner);
    const parts = workParts.filter((part) => part !== sent.saving);
    return replaceKeptWork(trx, owner, { kept, parts });
  });
}

function readSentWork(sent: SentWork): KeptWork {
  const { response } = sent;
  const parts = unsavedParts(sent.fields, response);
  const fields = parts.flatMap((part) => [...fieldsOfPart(sent.fields, part)]);
  const isLate = response.rowVersion !== sent.rowVersion;
  return {
    ...(isLate && { rowVersion: sent.rowVersion }),
    fields: fields.map(([name, value]) => [name, value]),
  };
}

async function replaceKeptWork(
  trx: Trx,
  owner: Owner & { now: Date },
  { kept, parts }: { kept: KeptWork | undefined; parts: WorkPart[] },
): Promise<WorkPart[]> {
  const left = parts.filter(
    (part) => fieldsOfPart(kept?.fields ?? [], part).length > 0,
  );
  if (!kept || left.length === 0) {
    await deleteKeptFields(trx, owner);
    return [];
  }
  const fields = left.flatMap((part) => [...fieldsOfPart(kept.fields, part)]);
  await upsertKeptFields(trx, {
    staff_id: owner.staffId,
    response_id: owner.responseId,
    fields: JSON.stringify({ ...kept, fields }),
    kept_at: owner.now.toISOString(),
  });
  return left;
}

/**
 * Saves along with a decision what is kept and whole in itself: the tags of the
 * response and a note.
 *
 * @returns the parts that are kept still: half a passage, tags that were refused.
 */
export async function saveKeptWorkAlong(
  db: Db,
  along: { responseId: number; actor: Tagger; now: Date },
): Promise<WorkPart[]> {
  const owner = { ...along, staffId: along.actor.staffId };
  const kept = await findKeptWork(db, owner);
  const saved: WorkPart[] = [];
  if (await isTagsSaved(db, kept, along)) saved.push("tags");
  const body = describeKeptWork(kept)?.note?.body;
  if (body !== undefined && (await addNote(db, { ...along, body })).ok)
    saved.push("note");
  const parts = workParts.filter((part) => !saved.includes(part));
  return db
    .transaction()
    .execute((trx) => replaceKeptWork(trx, owner, { kept, parts }));
}

async function isTagsSaved(
  db: Db,
  kept: KeptWork | undefined,
  along: { responseId: number; actor: Tagger; now: Date },
): Promise<boolean> {
  const work = describeKeptWork(kept);
  if (!work?.tags) return false;
  const form = responseTagsSchema.safeParse({
    ...work.tags,
    tagIds: work.tags.tagIds.map(Number),
    seenTagIds: work.tags.seenTagIds.map(Number),
  });
  if (!form.success) return false;
  return (await saveResponseTags(db, { ...along, ...form.data })).ok;
}

/** On how many responses somebody typed what they did not save. */
export async function countKeptWork(db: Db, staffId: string): Promise<number> {
  return countFieldsKeptBy(db, staffId);
}
