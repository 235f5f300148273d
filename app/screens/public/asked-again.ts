import { formPlaceAddress } from "#app/addresses.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { labelBeside } from "#app/domain/calls/repeated-pages.ts";
import type { AskedAgain } from "#app/domain/drafts/asked-again.server.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { wordsIn } from "#app/words/words.ts";
import { describeCare } from "./care.ts";

/** Which questions somebody who has begun is asked again, and why. */
export function describeAskedAgain(
  call: Pick<Call, "slug" | "definition">,
  { language, publicId }: Pick<Draft, "language" | "publicId">,
  again: AskedAgain[],
) {
  const words = wordsIn(language).askedAgain;
  const reasons = again.map(({ reason }) => inLanguage(reason, language));
  return {
    callTitle: inLanguage(call.definition.title, language),
    care: describeCare(call.definition, language),
    lead: words.newLead(again.length),
    questions: [...new Set(again.map((one) => labelBeside(one, language)))],
    reasons: [...new Set(reasons)],
    goOn: again.length === 1 ? words.goOn : words.goOnSeveral,
    ownPath: formPlaceAddress(
      { slug: call.slug, draft: publicId },
      "asked-again",
    ),
    draftMark: publicId,
    language,
  };
}
