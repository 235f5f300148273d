import type { Db } from "#app/db/schema.ts";
import {
  groupAnswer,
  groupItemIds,
  type RepeatingGroup,
} from "../calls/question-types/repeating-group.ts";
import { questionIdsOfItem } from "../calls/repeated-pages.ts";
import {
  changeDraftAnswer,
  type ChangeOutcome,
} from "./change-draft-answer.server.ts";

type GroupItem = {
  draftId: number;
  /** The page with the list. */
  pageId: string;
  group: RepeatingGroup;
  itemId: string;
  now: Date;
};

/** Puts an item into the list of its group, at the end; one that is there stays where it is. */
export async function addGroupItem(
  db: Db,
  { group, itemId, ...place }: GroupItem,
): Promise<ChangeOutcome<"full">> {
  return changeDraftAnswer<"full">(db, {
    ...place,
    questionId: group.id,
    change: (answer) => {
      const ids = groupItemIds(answer);
      if (ids.includes(itemId)) return { ok: true, answer };
      if (ids.length >= group.max) return { ok: false, refusal: "full" };
      return { ok: true, answer: groupAnswer([...ids, itemId]) };
    },
  });
}

/** Takes an item out of a draft, with all that was answered about it; one that is gone already is what was wanted. */
export async function removeGroupItem(
  db: Db,
  { group, itemId, ...place }: GroupItem,
): Promise<ChangeOutcome<never>> {
  return changeDraftAnswer<never>(db, {
    ...place,
    questionId: group.id,
    goesWithIt: questionIdsOfItem(group, itemId),
    change: (answer) => ({
      ok: true,
      answer: groupAnswer(groupItemIds(answer).filter((id) => id !== itemId)),
    }),
  });
}
