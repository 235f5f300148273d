import { formPlaceAddress } from "#app/addresses.ts";
import { type CallWords, inLanguage } from "#app/domain/calls/languages.ts";
import type { AnsweredCall } from "#app/domain/drafts/answering.ts";
import { draftUntil } from "#app/domain/drafts/draft-until.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { wordsIn } from "#app/words/words.ts";

type SavedForLater = {
  call: AnsweredCall & { slug: string; definition: { title: CallWords } };
  draft: Draft;
  /** One was made, here or elsewhere, and opens the draft. */
  hasCode: boolean;
  /** Mail can be sent from here. */
  offersMail: boolean;
  now: Date;
};

/** The page that "Save and come back later" leads to. */
export function describeSavePage({
  call,
  draft,
  hasCode,
  offersMail,
  now,
}: SavedForLater) {
  const { language, publicId } = draft;
  const answer = { slug: call.slug, draft: publicId };
  return {
    callTitle: inLanguage(call.definition.title, language),
    slug: call.slug,
    draftMark: publicId,
    ownPath: formPlaceAddress(answer, "save"),
    deletePath: formPlaceAddress(answer, "delete"),
    until: wordsIn(language).until(draftUntil(call, draft, now)),
    hasCode,
    offersMail,
    language,
  };
}
