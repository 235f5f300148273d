import { formatMoment } from "#app/words/review-en/times.ts";
import type { ClaimOutcome } from "#app/domain/responses/claims.server.ts";
import type { PassageOutcome } from "#app/domain/tagging/passages.server.ts";
import type { ResponseTagsOutcome } from "#app/domain/tagging/response-tags.server.ts";
import type { SavedTag } from "#app/domain/tagging/redefining.server.ts";
import type { TagWords } from "#app/domain/tagging/tags.ts";

import { formProblems } from "./form-problems.ts";
import { frozenRefusal } from "./frozen.ts";
import { withdrawnRefusal } from "./withdrawn.ts";

type Refusal = Extract<PassageOutcome, { ok: false }>;

const refusalWords: Record<
  Exclude<Refusal["reason"], "quote-ambiguous">,
  { field: string; message: string }
> = {
  withdrawn: { field: "", message: withdrawnRefusal },
  frozen: { field: "", message: frozenRefusal },
  "source-not-found": {
    field: "source",
    message: "This text is not there any more. Choose another",
  },
  "words-changed": {
    field: "quote",
    message:
      "Whoever sent this changed the answer while you had it open, and these words are not in it any more. What it says now is on this page. Choose the words again",
  },
  "quote-empty": {
    field: "quote",
    message: formProblems["quote-missing"],
  },
  "quote-not-found": {
    field: "quote",
    message:
      "These words are not in the text you chose. Copy them from it, or choose the text they are in",
  },
  "tag-not-found": {
    field: "passageTagIds",
    message: "There is no such tag any more. Choose another",
  },
  "tag-retired": {
    field: "passageTagIds",
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

type TagsRefusal = Extract<ResponseTagsOutcome, { ok: false }>["reason"];

/** Why the tags of a response were not saved, by field. */
export const tagsRefusalWords: Record<TagsRefusal, Record<string, string>> = {
  withdrawn: { "": withdrawnRefusal },
  frozen: { "": frozenRefusal },
  "words-changed": {
    "": "Whoever sent this changed what it says while you had it open. What it says now is on its page. Check your tags against it and save them again",
  },
  "tag-not-found": {
    tagIds:
      "One of these tags is not there any more. Check your choice and save it again",
  },
  "tag-retired": {
    tagIds:
      "One of these tags was retired while you were choosing. Check your choice and save it again",
  },
  "tag-name-taken": {
    responseNewTagName:
      "There is a tag of this name already. Choose it in the list, or give this one another name",
  },
};

/** What differs between the tag somebody wrote and the one a colleague saved meanwhile. */
export function describeTagConflict(written: TagWords, saved: SavedTag) {
  return {
    changedBy: saved.changedBy,
    changedAt: saved.changedAt && formatMoment(saved.changedAt),
    rows: [
      { label: "Name", mine: written.name, saved: saved.name },
      {
        label: "What it means",
        mine: written.definition,
        saved: saved.definition,
      },
    ],
  };
}

/** To somebody who gives back what they did not hold any more. */
export function describeNothingToRelease(reference: string): string {
  return `You did not have ${reference} any more: your time with it had ended. Nothing was changed.`;
}

/** Why a response was not taken. */
export function describeClaimRefusal(
  refusal: Extract<ClaimOutcome, { ok: false }>,
): string {
  switch (refusal.reason) {
    case "claimed-by-other":
      return `${refusal.claimedByName} took this response a moment ago.`;
    case "withdrawn":
      return `${withdrawnRefusal}.`;
    case "frozen":
      return `${frozenRefusal}.`;
    case "not-awaiting":
      return "This response is decided already; there is nothing to take.";
  }
}
