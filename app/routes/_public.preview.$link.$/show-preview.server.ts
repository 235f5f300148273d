import { questionPageAddress } from "#app/addresses.ts";
import {
  findPage,
  progressOf,
  sectionOf,
} from "#app/domain/calls/asked-pages.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { evidenceItemsOf } from "#app/domain/calls/question-types/evidence-items.ts";
import { findEvidenceQuestion } from "#app/domain/calls/question-types/question-types.ts";
import {
  describeDraftAnswers,
  describeUnaskedAnswers,
} from "#app/domain/drafts/draft-answers.ts";
import { describeSections } from "#app/domain/drafts/draft-sections.ts";
import {
  draftOfPreview,
  filesOfPreview,
  type PreviewDraft,
} from "#app/domain/drafts/preview-draft.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { PreviewedCall } from "#app/http/request/previewed-call.server.ts";
import { describeCheck } from "#app/screens/public/check-answers.ts";
import type { PageReply } from "#app/screens/public/page-reply.ts";
import {
  inPreview,
  listFileNames,
  previewWords,
} from "#app/screens/public/preview.ts";
import { describeQuestionPage } from "#app/screens/public/question-page.ts";
import { describeTaskList } from "#app/screens/public/task-list.ts";
import { wordsIn } from "#app/words/words.ts";
import { checkPreview } from "./judge-preview.server.ts";
import { carriedFields } from "./preview-fields.ts";

/** A preview, and what is answered in it. */
export type Showing = {
  previewed: PreviewedCall;
  draft: PreviewDraft;
  context: RequestContext;
};

const nothingKept = {
  ...{ isCodeShared: false, unfinished: [], draftMark: "preview" },
  rendering: "0".repeat(32),
};
const opened = { kind: "open" } as const;

/** A page of questions; undefined where the form has none of that id. */
export function showPage(
  { previewed, draft, context }: Showing,
  at: { pageId: string; isChange: boolean },
  reply?: PageReply,
) {
  const { call } = previewed;
  const { definition } = call;
  const found = findPage(definition, draft.answers, at.pageId);
  if (!found) return undefined;
  const { page, isAsked } = found;
  const { answers } = draft;
  const now = context.now();
  const parameters = new URLSearchParams(at.isChange ? { from: "check" } : {});
  const answer = { slug: call.slug, draft: undefined };
  const evidence = findEvidenceQuestion(page.questions);
  const view = describeQuestionPage({
    ...{ call, definition, page, answer, parameters, opening: opened },
    ...{ now, draft: draftOfPreview(draft, now) },
    language: draft.language,
    progress: isAsked ? progressOf(definition, answers, page) : undefined,
    section: sectionOf(definition, page),
    sendPath: questionPageAddress(answer, page.id, parameters),
    ...nothingKept,
    files: filesOfPreview(draft),
    limits: attachmentLimitsOf(definition, context.env),
    evidence: evidence && {
      ...{ pageId: page.id, parameters },
      items: evidenceItemsOf(answers[evidence.id]),
    },
  });
  const shown = inPreview(view, previewed);
  return {
    kind: "page" as const,
    heading: view.pageHeading,
    view: { ...shown, questions: listFileNames(shown.questions) },
    note: evidence && previewWords.sample,
    carried: carriedFields(draft, definition, page),
    reply,
  };
}

/** "Check your answers", as it would stand there. */
export function showCheck({ previewed, draft, context }: Showing) {
  const { call } = previewed;
  const { definition } = call;
  const { answers, language } = draft;
  const now = context.now();
  const held = { definition, answers, files: filesOfPreview(draft) };
  const problems = checkPreview(draft, definition, now);
  const view = describeCheck({
    ...{ call, definition, problems, now },
    draft: draftOfPreview(draft, now),
    answers: describeDraftAnswers(held, language),
    unasked: describeUnaskedAnswers(held, language),
  });
  const shown = inPreview(view, previewed);
  return {
    kind: "check" as const,
    /** Sending was tried. */
    isStopped: false,
    heading: wordsIn(language).check.heading,
    view: { ...shown, answers: listFileNames(shown.answers) },
    carried: carriedFields(draft, definition),
  };
}

/** The sections of a long form. */
export function showTasks({ previewed, draft, context }: Showing) {
  const { call } = previewed;
  const { definition } = call;
  const { answers, language } = draft;
  const held = { definition, answers, files: filesOfPreview(draft) };
  const sections = describeSections({
    ...{ definition, language },
    draft: draftOfPreview(draft, context.now()),
    answers: describeDraftAnswers(held, language),
    problems: checkPreview(draft, definition, context.now()),
  });
  const answer = { slug: call.slug, draft: undefined };
  const view = describeTaskList({ call, answer, sections, language });
  return {
    kind: "tasks" as const,
    heading: view.callTitle,
    view: inPreview(view, previewed),
    carried: carriedFields(draft, definition),
  };
}

/** After the button that would send. */
export function showSent({ previewed, draft }: Showing) {
  const { definition } = previewed.call;
  return {
    kind: "sent" as const,
    heading: previewWords.sentHeading,
    next: inLanguage(definition.whatHappensNext, draft.language),
    asksEquality: definition.equality !== undefined,
  };
}

/** Where the form has a page that a preview has not. */
export function showLeftOut({ previewed, draft }: Showing, backPath: string) {
  return {
    kind: "left-out" as const,
    heading: previewWords.leftOutHeading,
    backPath,
    carried: carriedFields(draft, previewed.call.definition),
  };
}
