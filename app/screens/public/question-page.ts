import {
  type AttachmentLimits,
  type AttachmentSummary,
  describeAttachment,
} from "#app/domain/attachments/attachments.ts";
import { type CallPage, pageHeading } from "#app/domain/calls/definition.ts";
import {
  type CallWords,
  inLanguage,
  type Language,
} from "#app/domain/calls/languages.ts";
import {
  type Question,
  questionTypeOf,
  takesFiles,
} from "#app/domain/calls/question-types/question-types.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { type Words, wordsIn } from "#app/words/words.ts";

/** What a question page shows. */
export type QuestionPage = ReturnType<typeof describeQuestionPage>;

/** A question in the language of the draft. */
export type AskedQuestion = QuestionPage["questions"][number];

type OpenPage = {
  call: { slug: string; definition: { title: CallWords } };
  draft: Draft | undefined;
  page: CallPage;
  /** Where the form is sent: without a fragment, which a redirect would hand on. */
  sendPath: string;
  /** The draft's files by question. */
  files: Record<string, AttachmentSummary[]>;
  limits: AttachmentLimits;
  /** The draft this page is made from, as its form says it. */
  draftMark: string;
  /** By chance, and never the same twice: a page that Back brings back is known by it. */
  rendering: string;
};

/** A page of a call's form, in the draft's language, with what was typed and what it is made from. */
export function describeQuestionPage(open: OpenPage) {
  const { call, draft, page, limits, files } = open;
  const language = draft?.language ?? "en";
  const words = wordsIn(language);
  return {
    pageHeading: pageHeading(page, language),
    callSlug: call.slug,
    pageId: page.id,
    callTitle: inLanguage(call.definition.title, language),
    /** Where it is missing, the page's only question is the heading. */
    heading: page.title && inLanguage(page.title, language),
    intro: page.intro && inLanguage(page.intro, language),
    sendPath: open.sendPath,
    questions: page.questions.map((question) => ({
      ...askQuestion(question, { language, words, limits }),
      /** The draft's files, where the question asks for files. */
      files: (files[question.id] ?? []).map(describeAttachment),
    })),
    /** The draft's answers to this page, as they were typed. */
    answers: Object.fromEntries(
      page.questions.map(({ id }) => [id, draft?.answers[id]]),
    ),
    draftMark: open.draftMark,
    /** How often the page's answers had changed when it was made. */
    version: draft?.pageVersions[page.id] ?? 0,
    rendering: open.rendering,
    language,
  };
}

type Asking = { language: Language; words: Words; limits: AttachmentLimits };

function askQuestion(question: Question, { language, words, limits }: Asking) {
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
    /** Where the question asks for files: what is said of a larger one, with `{name}` for its name. */
    largestFile: limitsHint
      ? {
          bytes: limits.maxFileBytes,
          message: tooBig({ name: "{name}", limits }),
        }
      : undefined,
    field: questionTypeOf(question).field(question, language),
  };
}
