import type { PageBody } from "./own-pages.ts";
import {
  addItem,
  changeItem,
  type ItemWords,
  type PageEdit,
  removeItem,
} from "./page-edits.ts";
import { seenOf } from "./page-seen.server.ts";

type TypedItem = {
  /** Of the item that is changed; undefined for a new one. */
  id: string | undefined;
  /** For a new one. */
  newId: string;
  seen: string;
  step: "save" | "remove";
  words: ItemWords;
};

/** Adds, changes or removes an item, where it stands as it was shown. */
export function editItem(
  before: PageBody,
  { id, newId, seen, step, words }: TypedItem,
): PageEdit<"too-many" | "changed-meanwhile"> {
  if (id === undefined) return addItem(before, newId, words);
  const item = before.items?.find((one) => one.id === id);
  if (!item || seenOf(item) !== seen) return { refused: "changed-meanwhile" };
  return step === "remove"
    ? removeItem(before, id)
    : changeItem(before, item, words);
}
