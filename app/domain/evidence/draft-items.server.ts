import type { Db } from "#app/db/schema.ts";
import {
  type EvidenceItem,
  maxEvidenceCodeUnits,
  maxEvidenceItems,
} from "../calls/evidence-items/evidence-item.ts";
import {
  evidenceAnswer,
  evidenceItemsOf,
} from "../calls/question-types/evidence-items.ts";
import {
  changeDraftAnswer,
  type ChangeOutcome,
} from "../drafts/change-draft-answer.server.ts";
import {
  hashText,
  type ItemRefusal,
  putItem,
  withoutItem,
} from "./put-item.server.ts";
import type { ReadRecord } from "./reference-list.ts";

export type EvidencePlace = {
  draftId: number;
  pageId: string;
  questionId: string;
  now: Date;
};

/**
 * Saves one item of a draft, new or changed. An item that another tab has
 * changed or removed since is not overwritten.
 *
 * @param save.base of the item that the form was made from; empty for a new one
 */
export async function saveEvidenceItem(
  db: Db,
  save: EvidencePlace & { item: EvidenceItem; base: string },
): Promise<ChangeOutcome<ItemRefusal>> {
  return changeDraftAnswer<ItemRefusal>(db, {
    ...save,
    change: (answer) => {
      const put = putItem(evidenceItemsOf(answer), save);
      return put.ok ? { ok: true, answer: evidenceAnswer(put.items) } : put;
    },
  });
}

/** Takes an item out of a draft; one that is gone already is what was wanted. */
export async function removeEvidenceItem(
  db: Db,
  remove: EvidencePlace & { itemId: string },
): Promise<ChangeOutcome<never>> {
  return changeDraftAnswer<never>(db, {
    ...remove,
    change: (answer) => {
      const items = evidenceItemsOf(answer);
      const kept = withoutItem(items, remove.itemId);
      return { ok: true, answer: evidenceAnswer(kept) };
    },
  });
}

export type AddedRecords = {
  /** All that the draft now holds. */
  items: EvidenceItem[];
  /** Of each record, in their order; the item it has become. */
  added: EvidenceItem[];
  /** There was no room for these. */
  leftOut: ReadRecord[];
};

/**
 * Adds what was read of a list to a draft, as far as there is room. The same
 * list sent twice from one rendering of the page comes to the same items.
 *
 * @param add.rendering of the page that the list was sent from
 */
export async function addEvidenceRecords(
  db: Db,
  add: EvidencePlace & { records: ReadRecord[]; rendering: string },
): Promise<
  { ok: true; result: AddedRecords } | (ChangeOutcome<never> & { ok: false })
> {
  let result: AddedRecords = { items: [], added: [], leftOut: [] };
  const outcome = await changeDraftAnswer<never>(db, {
    ...add,
    change: (answer) => {
      const items = evidenceItemsOf(answer);
      result = takeIn(items, add.records, add.rendering);
      const known = new Set(items.map(({ id }) => id));
      const fresh = result.added.filter(({ id }) => !known.has(id));
      result.items = [...items, ...fresh];
      return { ok: true, answer: evidenceAnswer(result.items) };
    },
  });
  return outcome.ok ? { ok: true, result } : outcome;
}

function takeIn(
  items: EvidenceItem[],
  records: ReadRecord[],
  rendering: string,
): AddedRecords {
  const known = new Set(items.map(({ id }) => id));
  const times = new Map<string, number>();
  const result: AddedRecords = { items, added: [], leftOut: [] };
  let count = items.length;
  let codeUnits = JSON.stringify(items).length;
  for (const record of records) {
    const { csl, own } = record;
    const text = JSON.stringify([csl, own]);
    const time = times.get(text) ?? 0;
    times.set(text, time + 1);
    const id = hashText(`${rendering}:${time}:${text}`);
    const isKnown = known.has(id);
    // Each item has its id and some brackets beside what was read.
    const added = text.length + 60;
    const hasRoom =
      count < maxEvidenceItems && codeUnits + added <= maxEvidenceCodeUnits;
    if (!isKnown && !hasRoom) {
      result.leftOut.push(record);
      continue;
    }
    result.added.push({ id, csl, own });
    if (isKnown) continue;
    count += 1;
    codeUnits += added;
  }
  return result;
}
