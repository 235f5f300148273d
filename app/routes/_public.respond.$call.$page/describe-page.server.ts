import {
  type AttachmentLimits,
  describeAttachment,
} from "#app/domain/attachments/attachments.ts";
import { selectDraftAttachments } from "#app/domain/attachments/attachments.server.ts";
import { pageHeading } from "#app/domain/calls/definition.ts";
import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import {
  type Question,
  questionTypeOf,
  takesFiles,
} from "#app/domain/calls/question-types/question-types.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { type Words, wordsIn } from "#app/words/words.ts";
import type { OpenPage } from "./open-page.server.ts";
import {
  type AskedQuestion,
  newDraftMark,
  type QuestionPage,
} from "./question-page.ts";

/** Tells a page in the draft's language. */
export async function describePage(
  open: OpenPage,
  context: RequestContext,
): Promise<QuestionPage> {
  const { call, draft, definition, page } = open;
  const language = draft?.language ?? "en";
  const words = wordsIn(language);
  const limits = attachmentLimitsOf(definition, context.env);
  const files = draft ? await selectDraftAttachments(context.db, draft.id) : {};
  return {
    title: pageTitle(context, words, pageHeading(page, language)),
    callSlug: call.slug,
    pageId: page.id,
    callTitle: inLanguage(call.definition.title, language),
    heading: page.title && inLanguage(page.title, language),
    intro: page.intro && inLanguage(page.intro, language),
    sendPath: open.sendPath,
    questions: page.questions.map((question) => ({
      ...askQuestion(question, { language, words, limits }),
      files: (files[question.id] ?? []).map(describeAttachment),
    })),
    answers: answersOfPage(open),
    draftMark: draft?.publicId ?? newDraftMark,
    version: draft?.pageVersions[page.id] ?? 0,
    rendering: context.randomBytes(16).toString("hex"),
    language,
    keepingWords: words.keeping,
  };
}

type Asking = { language: Language; words: Words; limits: AttachmentLimits };

function askQuestion(
  question: Question,
  { language, words, limits }: Asking,
): Omit<AskedQuestion, "files"> {
  const label = inLanguage(question.label, language);
  const hint = question.hint && inLanguage(question.hint, language);
  const limitsHint = takesFiles(question)
    ? words.attachments.limits(limits)
    : undefined;
  const tooBig = words.attachments.refusals["too-big"];
  return {
    id: question.id,
    label: question.required ? label : words.form.optional(label),
    hint: [hint, limitsHint].filter(Boolean).join("\n") || undefined,
    isOptional: !question.required,
    largestFile: limitsHint
      ? {
          bytes: limits.maxFileBytes,
          message: tooBig({ name: "{name}", limits }),
        }
      : undefined,
    field: questionTypeOf(question).field(question, language),
  };
}

function answersOfPage({ draft, page }: OpenPage) {
  return Object.fromEntries(
    page.questions.map(({ id }) => [id, draft?.answers[id]]),
  );
}
