import { createHash } from "node:crypto";
import {
  type EvidenceItem,
  maxEvidenceCodeUnits,
  maxEvidenceItems,
} from "../calls/evidence-items/evidence-item.ts";

/** Why an item is not saved as it was typed. */
export type ItemRefusal =
  /** Another tab has saved something else since the form was made. */
  | { reason: "saved-elsewhere"; saved: EvidenceItem }
  /** Another tab has removed it; sent again, it is added. */
  | { reason: "removed" }
  | { reason: "full" };

export type ItemsPut =
  { ok: true; items: EvidenceItem[] } | { ok: false; refusal: ItemRefusal };

/** Says whether an item is still what a form was made from. */
export function fingerprintItem(item: EvidenceItem): string {
  return hashText(JSON.stringify(item));
}

/** Of a text, as long as the number of an item. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/**
 * A list with one item put into it, new or changed. An item that another tab has
 * changed or removed since is not overwritten.
 *
 * @param put.base of the item that the form was made from; empty for a new one
 */
export function putItem(
  items: EvidenceItem[],
  { item, base }: { item: EvidenceItem; base: string },
): ItemsPut {
  const at = items.findIndex(({ id }) => id === item.id);
  const saved = items[at];
  if (!saved && base !== "") return refuse({ reason: "removed" });
  if (saved && ![base, fingerprintItem(item)].includes(fingerprintItem(saved)))
    return refuse({ reason: "saved-elsewhere", saved });
  const next = saved ? items.with(at, item) : [...items, item];
  return fits(next) ? { ok: true, items: next } : refuse({ reason: "full" });
}

function refuse(refusal: ItemRefusal) {
  return { ok: false as const, refusal };
}

function fits(items: EvidenceItem[]): boolean {
  return (
    items.length <= maxEvidenceItems &&
    JSON.stringify(items).length <= maxEvidenceCodeUnits
  );
}

/** The list without one of its items. */
export function withoutItem(
  items: EvidenceItem[],
  itemId: string,
): EvidenceItem[] {
  return items.filter(({ id }) => id !== itemId);
}
