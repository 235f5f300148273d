import type { CallDefinition, CallPage } from "#app/domain/calls/definition.ts";
import { parseAnswers } from "#app/domain/drafts/check-draft.server.ts";
import type { DraftProblem } from "#app/domain/drafts/drafts.ts";
import { judgePreview } from "#app/domain/drafts/judge-page.ts";
import {
  countPreviewFiles,
  draftOfPreview,
  type PreviewDraft,
} from "#app/domain/drafts/preview-draft.ts";
import type { PageIntent } from "#app/domain/drafts/save-question-page.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  describePageErrors,
  describeWrongParts,
  type PageReply,
} from "#app/screens/public/page-reply.ts";
import { wordsIn } from "#app/words/words.ts";
import type { SentPreview } from "./read-preview.server.ts";

type Judging = {
  page: CallPage;
  isAsked: boolean;
  definition: CallDefinition;
  intent: PageIntent;
};

/** What the form itself would say of a page that was sent; undefined where it would lead on. */
export function judgePreviewPage(
  { draft, refusedParts }: SentPreview,
  { page, isAsked, definition, intent }: Judging,
  context: RequestContext,
): PageReply | undefined {
  const now = context.now();
  const { answers, language } = draft;
  const problems = judgePreview(draft, {
    ...{ page, isAsked, intent, now, refusedParts },
    messages: wordsIn(language).questions,
  });
  const outcome = {
    ...{ ok: true as const, version: 0, fileRefusals: {}, problems },
    draft: draftOfPreview(draft, now),
  };
  const limits = attachmentLimitsOf(definition, context.env);
  const saved = { page, outcome, refusedParts, limits, language };
  const errors = describePageErrors(saved);
  if (Object.keys(errors).length === 0) return undefined;
  const wrong = describeWrongParts({ ...saved, typed: answers }, now);
  return { answers, errors, ...wrong };
}

/** What stands between these answers and sending them. */
export function checkPreview(
  draft: PreviewDraft,
  definition: CallDefinition,
  now: Date,
): DraftProblem[] {
  return parseAnswers({
    ...{ ...draft, definition, now },
    messages: wordsIn(draft.language).questions,
    fileCounts: countPreviewFiles(draft, definition),
  }).problems;
}
