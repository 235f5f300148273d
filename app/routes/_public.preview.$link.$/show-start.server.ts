import { previewAddress } from "#app/preview-addresses.ts";
import { askedPages } from "#app/domain/calls/asked-pages.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { type Language, languagesOf } from "#app/domain/calls/languages.ts";
import { callOpening, takesAnswers } from "#app/domain/calls/opening.ts";
import type { PreviewDraft } from "#app/domain/drafts/preview-draft.ts";
import { describeCall, describeStart } from "#app/screens/public/calls.ts";
import { previewWords } from "#app/screens/public/preview.ts";
import type { Showing } from "./show-preview.server.ts";

const opened = { kind: "open" } as const;

/** The call's own words, and the way in. @param as the made-up person who goes it; null for nobody. */
export function showStart(showing: Showing, as: string | null) {
  const { previewed, draft, context } = showing;
  const { call, link } = previewed;
  const known = callOpening(call, context.now());
  const opening = known && takesAnswers(known) ? known : opened;
  const overview = describeCall(
    { ...call, opening },
    new Map(),
    draft.language,
  );
  const standing = { hasSeveral: false, draftKeptUntil: undefined };
  const start = describeStart(overview, { ...standing, mayAnswer: true });
  const first = firstPlace(call.definition, draft);
  const told = (language: Language) =>
    new URLSearchParams({
      ...(language !== "en" && { language }),
      ...(as !== null && { as }),
    });
  const to = previewAddress(link, first, told(draft.language));
  const way = { to, label: previewWords.start, isStart: true };
  return {
    ...{ kind: "start" as const, heading: overview.title, overview },
    start: { ...start, comeBack: undefined, way },
    languages: languagesOf(call.definition)
      .filter((language) => language !== draft.language)
      .map((language) => ({
        to: previewAddress(link, undefined, told(language)),
        label: previewWords.languages[language],
      })),
  };
}

/** Where the form begins. */
function firstPlace(definition: CallDefinition, { answers }: PreviewDraft) {
  if (definition.navigation === "task-list") return "tasks";
  return askedPages(definition, answers)[0]?.id ?? "check";
}
