import { itemLine } from "#app/domain/calls/evidence-items/describe-item.ts";
import type { EvidenceItem } from "#app/domain/calls/evidence-items/evidence-item.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import type { EvidenceQuestion } from "#app/domain/calls/question-types/evidence-items.ts";
import type { OwnResponse } from "#app/domain/responses/own-responses.server.ts";
import type {
  ChangeRefusal,
  NotRemoved,
  RevisionOutcome,
} from "#app/domain/revisions/answer-changes.ts";
import {
  itemAddress,
  itemsAddress,
  removeItemAddress,
} from "#app/receipt-addresses.ts";
import { wordsIn } from "#app/words/words.ts";
import { describeLeftOut } from "./change-answer.ts";
import { describeItemCards } from "./evidence.ts";

export type OwnItems = {
  question: EvidenceQuestion | undefined;
  items: EvidenceItem[];
  reason: ChangeRefusal | undefined;
};

/** Why nothing of the items can be changed; undefined as long as it can. */
export function describeNoChange(
  { language }: OwnResponse,
  { question, reason }: Pick<OwnItems, "reason"> & { question: unknown },
): string | undefined {
  const { refusals } = wordsIn(language).receipt.change;
  if (reason) return refusals[reason];
  return question ? undefined : refusals["not-asked"];
}

/** The pieces of evidence that stand in a response, with the ways to change each of them. */
export function describeOwnItems(
  own: OwnResponse,
  { items, question }: OwnItems,
) {
  const { language } = own;
  const { evidence, receipt } = wordsIn(language);
  if (!question) return undefined;
  const { id } = question;
  return {
    caption: receipt.response.heading(own.reference),
    heading: inLanguage(question.label, language),
    count: items.length > 0 ? evidence.count(items.length) : evidence.none,
    cards: describeItemCards(items, { items, language }, (itemId) => ({
      changeTo: itemAddress(id, itemId),
      removeTo: removeItemAddress(id, itemId),
    })),
    add: {
      to: itemAddress(id, "new"),
      label: items.length > 0 ? evidence.addAnother : evidence.addOne,
    },
    notes: [receipt.items.handOnly, receipt.change.lead],
  };
}

/** One of them that is about to be removed; undefined where it is gone. */
export function describeRemoval(
  own: OwnResponse,
  { question, items }: OwnItems,
  itemId: string,
) {
  const { evidence, receipt } = wordsIn(own.language);
  const item = items.find(({ id }) => id === itemId);
  if (!item || !question) return undefined;
  const isLast = items.length === 1;
  const isNeeded = isLast && question.required;
  return {
    caption: receipt.response.heading(own.reference),
    heading: evidence.removeHeading,
    line: itemLine(item),
    lead: isLast ? receipt.items.removeLast : receipt.items.removeLead,
    /** Why it has to stay. */
    needed: isNeeded ? receipt.items.lastNeeded : undefined,
    going: [],
    confirm: evidence.removeConfirm,
    keep: isNeeded ? evidence.backToList : evidence.removeKeep,
    ownPath: removeItemAddress(question.id, itemId),
    listPath: itemsAddress(question.id),
  };
}

type Refused = Extract<RevisionOutcome, { ok: false }> | NotRemoved;

type ItemsReply = {
  errors: Record<string, string[]>;
  leavesOut?: ReturnType<typeof describeLeftOut>["leavesOut"];
};

/** What is said of a change of an item that was not made, whatever item it was. */
export function describeItemsRefusal(
  own: OwnResponse,
  refused: Refused,
): ItemsReply {
  switch (refused.reason) {
    case "leaves-out":
      return describeLeftOut(own, refused);
    case "takes-more":
      return {
        errors: { "": [wordsIn(own.language).receipt.groups.takesMore] },
      };
    case "unfit":
      return { errors: { "": [refused.problem] } };
    default: {
      const { refusals } = wordsIn(own.language).receipt.change;
      return { errors: { "": [refusals[refused.reason]] } };
    }
  }
}
