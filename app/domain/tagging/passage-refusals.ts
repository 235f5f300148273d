import type { PassageOutcome } from "./passages.server.ts";

type Refusal = Extract<PassageOutcome, { ok: false }>;

const refusalWords: Record<
  Exclude<Refusal["reason"], "quote-ambiguous">,
  { field: string; message: string }
> = {
  "source-not-found": {
    field: "source",
    message: "This text is not there any more. Choose another",
  },
  "quote-empty": {
    field: "quote",
    message: "Enter the words of the passage",
  },
  "quote-not-found": {
    field: "quote",
    message:
      "These words are not in the text you chose. Copy them from it, or choose the text they are in",
  },
  "tag-not-found": {
    field: "tagId",
    message: "There is no such tag any more. Choose another",
  },
  "tag-retired": {
    field: "tagId",
    message: "This tag was retired. Choose another",
  },
  "tag-name-taken": {
    field: "passageNewTagName",
    message:
      "There is a tag of this name already. Choose it in the list of tags, or give this one another name",
  },
};

/** Why a passage was not tagged, beside the field in which it can be put right. */
export function describePassageRefusal(refusal: Refusal) {
  if (refusal.reason !== "quote-ambiguous") {
    const { field, message } = refusalWords[refusal.reason];
    return { errors: { [field]: message } };
  }
  return {
    errors: {
      place: `These words stand in ${refusal.places.length} places. Choose which of them you mean, or add the words before or after`,
    },
    places: refusal.places.map(({ startOffset, endOffset, ...words }) => ({
      value: `${startOffset}-${endOffset}`,
      ...words,
    })),
  };
}
