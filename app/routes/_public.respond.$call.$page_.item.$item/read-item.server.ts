import {
  type EvidenceItem,
  maxEvidenceItems,
} from "#app/domain/calls/evidence-items/evidence-item.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import type { EvidenceQuestion } from "#app/domain/calls/question-types/evidence-items.ts";
import {
  fingerprintItem,
  type ItemRefusal,
} from "#app/domain/evidence/put-item.server.ts";
import {
  itemFields,
  readTypedItem,
  type TypedItem,
} from "#app/domain/evidence/item-form.ts";
import { describeSavedItem } from "#app/screens/public/evidence-item.ts";
import { wordsIn } from "#app/words/words.ts";
import { baseField } from "./base-field.ts";

const mostTopics = 60;

export const knownItemFields = new Map(
  [...itemFields, baseField].map((name) => [
    name,
    name === "topics" ? mostTopics : 1,
  ]),
);

export type ItemReply = {
  typed: TypedItem;
  /** By field; those of the whole form under "". */
  errors: Record<string, string[]>;
  /** What another tab has saved: in words, and for the form to be made from. */
  saved?: { text: string | undefined; base: string };
};

type ItemsOf = {
  question: EvidenceQuestion;
  items: EvidenceItem[];
};

const emptyItem = (id: string) => ({
  id,
  csl: { type: "document" as const },
  own: {},
});

/** An item as its form was filled in, made from the one that is there. */
export function readItemForm(
  { question, items }: ItemsOf,
  sent: { id: string; typed: TypedItem; files: { publicId: string }[] },
) {
  const { id, typed, files } = sent;
  return readTypedItem({
    before: items.find((item) => item.id === id) ?? emptyItem(id),
    typed,
    topics: question.topics.map(({ value }) => value),
    fileIds: files.map(({ publicId }) => publicId),
  });
}

export function typedOf(fields: FormData): TypedItem {
  const typed: TypedItem = {};
  for (const name of knownItemFields.keys())
    typed[name] = fields
      .getAll(name)
      .flatMap((value) =>
        typeof value === "string" ? value.replaceAll("\u0000", "") : [],
      );
  return typed;
}

/** An item that is only shown again: made from what its form was made from, whatever was saved since. */
export function asTyped(typed: TypedItem): Omit<ItemReply, "typed"> {
  const base = typed[baseField]?.[0];
  const saved = base ? { saved: { text: undefined, base } } : {};
  return { errors: {}, ...saved };
}

/** Why an item is not saved, with what another tab has saved of it. */
export function describeItemRefusal(
  refusal: ItemRefusal,
  of: { question: EvidenceQuestion; language: Language },
): Omit<ItemReply, "typed"> {
  const { evidence } = wordsIn(of.language);
  switch (refusal.reason) {
    case "full":
      return { errors: { "": [evidence.full(maxEvidenceItems)] } };
    case "removed":
      return {
        errors: { "": [evidence.removedElsewhere] },
        saved: { text: undefined, base: "" },
      };
    case "saved-elsewhere":
      return {
        errors: { "": [evidence.savedElsewhere] },
        saved: {
          text: describeSavedItem(refusal.saved, of.question, of.language),
          base: fingerprintItem(refusal.saved),
        },
      };
  }
}
