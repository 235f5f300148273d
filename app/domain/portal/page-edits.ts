import { placeByNumbers } from "../calls/authoring/place-by-numbers.ts";
import { isSameJson } from "../text/canonical-json.ts";
import {
  maxPageItems,
  type PageBody,
  type PageItem,
  type PageWords,
} from "./own-pages.ts";

/** What a change makes of a page, and what the log tells of it; or why it is not made. */
export type PageEdit<Reason extends string = never> =
  { after: PageBody; what: string } | { refused: Reason };

/** What an item says. */
export type ItemWords = { head: PageWords; text: PageWords };

export function changeTexts(
  before: PageBody,
  { title, text }: { title: PageWords; text: PageWords | undefined },
): PageEdit {
  const { text: _old, ...rest } = before;
  return { after: { ...rest, title, ...(text && { text }) }, what: "texts" };
}

/** Puts an item at the end. */
export function addItem(
  before: PageBody,
  id: string,
  words: ItemWords,
): PageEdit<"too-many"> {
  const items = before.items ?? [];
  if (items.length >= maxPageItems) return { refused: "too-many" };
  const after = { ...before, items: [...items, { id, ...words }] };
  return { after, what: "item-added" };
}

export function changeItem(
  before: PageBody,
  item: PageItem,
  words: ItemWords,
): PageEdit {
  const items = (before.items ?? []).map((one) =>
    one.id === item.id ? { ...one, ...words } : one,
  );
  return { after: { ...before, items }, what: "item" };
}

export function removeItem(before: PageBody, id: string): PageEdit {
  const items = (before.items ?? []).filter((one) => one.id !== id);
  return { after: { ...before, items }, what: "item-removed" };
}

/**
 * @param asked the items as they were shown, and the number typed beside each;
 *   where they are others now, a number could be meant for another item.
 */
export function orderItems(
  before: PageBody,
  asked: { shown: readonly string[]; numbers: readonly number[] },
): PageEdit<"items-changed"> {
  const { items = [] } = before;
  const isSame =
    asked.shown.length === items.length &&
    items.every(({ id }, index) => id === asked.shown[index]);
  if (!isSame) return { refused: "items-changed" };
  const ordered = placeByNumbers(items, asked.numbers);
  return { after: { ...before, items: ordered }, what: "item-order" };
}

/** A page as it is published: each item with the time since when it says what it says. */
export function dateItems(
  body: PageBody,
  published: PageBody | undefined,
  now: Date,
): PageBody {
  if (!body.items) return body;
  const items = body.items.map(({ changedAt: _typed, ...item }) => {
    const before = published?.items?.find(({ id }) => id === item.id);
    const isSame = before !== undefined && isSameJson(says(before), says(item));
    const changedAt = (isSame && before.changedAt) || now.toISOString();
    return { ...item, changedAt };
  });
  return { ...body, items };
}

const says = ({ head, text }: ItemWords): ItemWords => ({ head, text });
