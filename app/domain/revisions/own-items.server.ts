import type { Db } from "#app/db/schema.ts";
import type { EvidenceItem } from "../calls/evidence-items/evidence-item.ts";
import {
  evidenceAnswer,
  evidenceItemsOf,
} from "../calls/question-types/evidence-items.ts";
import {
  isEvidence,
  type Question,
} from "../calls/question-types/question-types.ts";
import { putItem, withoutItem } from "../evidence/put-item.server.ts";
import type {
  ItemOutcome,
  ItemRefused,
  RemovalOutcome,
  Unfit,
} from "./answer-changes.ts";
import {
  readGiven,
  reviseOwnAnswer,
  type Revision,
} from "./revise-answer.server.ts";

type ItemsChange = Omit<Revision<never>, "among" | "revise">;

/**
 * Puts one piece of evidence into a response that was sent, new or changed, for
 * whoever sent it. One that was changed or removed since its form was made is
 * not overwritten; a change of another item stands in nobody's way.
 *
 * @param save.base of the item that the form was made from; empty for a new one
 */
export async function saveOwnItem(
  db: Db,
  { item, base, ...change }: ItemsChange & { item: EvidenceItem; base: string },
): Promise<ItemOutcome> {
  return reviseItems<ItemRefused>(db, change, (items) => {
    const made = putItem(items, { item, base });
    return made.ok ? made : { ...made, reason: "item" };
  });
}

/** Takes one piece of evidence out of it; one that is gone already is what was wanted. With the last one the answer is taken back. */
export async function removeOwnItem(
  db: Db,
  { itemId, ...change }: ItemsChange & { itemId: string },
): Promise<RemovalOutcome> {
  return reviseItems<never>(db, change, (items) => ({
    ok: true,
    items: withoutItem(items, itemId),
  }));
}

/** Those whose answers are pieces of evidence. */
export function askingForEvidence(questions: Question[]): Question[] {
  return questions.filter(isEvidence);
}

async function reviseItems<Refused extends { ok: false }>(
  db: Db,
  change: ItemsChange,
  make: (
    items: EvidenceItem[],
  ) => { ok: true; items: EvidenceItem[] } | Refused,
): Promise<RemovalOutcome | Refused> {
  return reviseOwnAnswer<Unfit | Refused>(db, {
    ...change,
    among: askingForEvidence,
    revise: async (_trx, standing) => {
      const items = evidenceItemsOf(standing.saved);
      const made = make(items);
      if (!made.ok) return made;
      const isSame = JSON.stringify(items) === JSON.stringify(made.items);
      return isSame
        ? { ok: true, value: standing.saved }
        : readGiven(evidenceAnswer(made.items), standing, change);
    },
  });
}
