import { readFile } from "node:fs/promises";
import type { Db } from "#app/db/schema.ts";
import {
  type AddedRecords,
  addEvidenceRecords,
  type EvidencePlace,
} from "./draft-items.server.ts";
import { readListInThread } from "./read-reference-list.server.ts";
import {
  listLimits,
  type ListReading,
  type ListRefusal,
  type ReadList,
} from "./reference-list.ts";

/** A list as it came: a file in the staging folder, or a text from the box. */
export type ListSource =
  { name: string; stagingPath: string; byteSize: number } | { text: string };

export type ImportedList = {
  /** Of the file; undefined for the text. */
  name: string | undefined;
  list: ReadList;
};

export type ListsImported =
  | ({ ok: true; lists: ImportedList[] } & AddedRecords)
  | { ok: false; reason: ListRefusal; name: string | undefined }
  | { ok: false; reason: "already-sent" | "not-found" };

/**
 * Reads lists of references and adds what is good of them to a draft. One that
 * cannot be read at all is a refusal, and then nothing of any of them is added.
 *
 * @param add.rendering of the page that they were sent from
 */
export async function importLists(
  db: Db,
  add: EvidencePlace & { sources: ListSource[]; rendering: string },
): Promise<ListsImported> {
  const lists: ImportedList[] = [];
  for (const source of add.sources) {
    const name = "name" in source ? source.name : undefined;
    const reading = await readSource(source, `draft:${add.draftId}`);
    if (!reading.ok) return { ok: false, reason: reading.reason, name };
    lists.push({ name, list: reading.list });
  }
  const records = lists.flatMap(({ list }) => list.items);
  const outcome = await addEvidenceRecords(db, { ...add, records });
  if (outcome.ok) return { ok: true, lists, ...outcome.result };
  if (outcome.reason === "refused") throw new Error("Nothing refuses records");
  return { ok: false, reason: outcome.reason };
}

async function readSource(
  source: ListSource,
  sender: string,
): Promise<ListReading> {
  if ("text" in source)
    return readListInThread(Buffer.from(source.text), sender);
  if (source.byteSize > listLimits.bytes)
    return { ok: false, reason: "too-many-bytes" };
  return readListInThread(await readFile(source.stagingPath), sender);
}
