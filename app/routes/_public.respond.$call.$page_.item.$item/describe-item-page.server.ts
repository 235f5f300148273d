import { data } from "@remix-run/node";
import {
  type EvidenceItem,
  type EvidenceKind,
  evidenceKinds,
  kindOf,
} from "#app/domain/calls/evidence-items/evidence-item.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import type { EvidenceQuestion } from "#app/domain/calls/question-types/evidence-items.ts";
import { writeTypedItem } from "#app/domain/evidence/item-form.ts";
import { fingerprintItem } from "#app/domain/evidence/put-item.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { describeItemForm } from "#app/screens/public/evidence-item.ts";
import { wordsIn } from "#app/words/words.ts";
import { baseField } from "./base-field.ts";

export type AskedItem = { itemId: string; asked: URLSearchParams };

type ItemsShown = {
  items: EvidenceItem[];
  question: EvidenceQuestion;
  language: Language;
  /** Those of which an item can be one. */
  selectFiles: () => Promise<{ publicId: string; name: string }[]>;
};

/** What is the same of an item's page before sending and after; the ways from it are its caller's. @throws a 404 where there is no such item. */
export async function describeItemPage(
  { items, question, language, selectFiles }: ItemsShown,
  { itemId, asked }: AskedItem,
  context: Pick<RequestContext, "hasFormErrors">,
) {
  const { evidence } = wordsIn(language);
  const item = items.find(({ id }) => id === itemId);
  const isNew = itemId === "new";
  // One that another tab has removed is shown again by the form that comes back.
  if (!item && !isNew && !context.hasFormErrors)
    throw data(null, { status: 404 });
  const kind = kindAsked({ item, isNew, asked });
  const isUnchosen = kind === undefined && asked.has("kind");
  context.hasFormErrors ||= isUnchosen;
  const forNew = kind ? evidence.addHeading : evidence.kindHeading;
  const files = kind ? await selectFiles() : [];
  const view = {
    heading: isNew ? forNew : evidence.changeHeading,
    language,
    kindError: isUnchosen ? evidence.selectKind : undefined,
    fields:
      kind && describeItemForm({ question, language, kind, isNew, files }),
    typed: item ? writeTypedItem(item) : {},
    kind: kind ?? ("" as const),
    isNew,
  };
  return { item, view };
}

/** Which item a form was made from; it says nothing of a new one. */
export function baseMarkOf(
  item: EvidenceItem | undefined,
): Record<string, string> {
  return { [baseField]: item ? fingerprintItem(item) : "" };
}

/** Of a new item, what was chosen on the page before; undefined where nothing was yet. */
function kindAsked(of: {
  item: EvidenceItem | undefined;
  isNew: boolean;
  asked: URLSearchParams;
}): EvidenceKind | undefined {
  if (of.item) return kindOf(of.item);
  if (!of.isNew) return "other";
  return evidenceKinds.find((one) => one === of.asked.get("kind"));
}
