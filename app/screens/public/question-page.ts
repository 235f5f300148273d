import {
  type AnswerAddress,
  formPlaceAddress,
  typedAddress,
  uploadsAddress,
} from "#app/addresses.ts";
import {
  type AttachmentLimits,
  type AttachmentSummary,
  describeAttachment,
} from "#app/domain/attachments/attachments.ts";
import type { Progress } from "#app/domain/calls/asked-pages.ts";
import {
  type CallDefinition,
  type CallPage,
  pageHeading,
} from "#app/domain/calls/definition.ts";
import { describeCare } from "./care.ts";
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
import type { CallOpening } from "#app/domain/calls/opening.ts";
import type { AnsweredCall } from "#app/domain/drafts/answering.ts";
import { draftUntil } from "#app/domain/drafts/draft-until.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { describeGroup } from "./group.ts";
import { describeEvidence, type HeldEvidence } from "./evidence.ts";
import { type Words, wordsIn } from "#app/words/words.ts";
import { ownValue } from "#app/domain/text/own-value.ts";

/** What a question page shows. */
export type QuestionPage = ReturnType<typeof describeQuestionPage>;

/** A question in the language of the draft. */
export type AskedQuestion = QuestionPage["questions"][number];

type OpenPage = {
  call: AnsweredCall & {
    slug: string;
    /** The call as it is now: a help line is never an old one. */
    definition: Pick<CallDefinition, "title" | "care">;
  };
  draft: Draft | undefined;
  language: Language;
  /** The one the draft began with. */
  definition: CallDefinition;
  /** Of the ways to what stands below the page. */
  parameters: URLSearchParams;
  opening: CallOpening;
  /** Other answers are under way with its late code. */
  isCodeShared: boolean;
  now: Date;
  answer: AnswerAddress;
  page: CallPage;
  /** Undefined where the page is not asked. */
  progress: Progress | undefined;
  /** In a task list the section stands in the place of the page's number. */
  section?: { title: CallWords } | undefined;
  /** Where the form is sent: without a fragment, which a redirect would hand on. */
  sendPath: string;
  /** The draft's files by question. */
  files: Record<string, AttachmentSummary[]>;
  /** Of which files some has come and the rest has not. */
  unfinished: { questionId: string; name: string; percent: number }[];
  limits: AttachmentLimits;
  /** Of a page that asks for evidence. */
  evidence?: Pick<HeldEvidence, "items" | "pageId" | "parameters"> | undefined;
  /** The draft this page is made from, as its form says it. */
  draftMark: string;
  /** By chance, and never the same twice: a page that Back brings back is known by it. */
  rendering: string;
};

/** The draft's files, where the question asks for files, and those of which some has come. */
function describeFiles(
  { files, unfinished }: OpenPage,
  question: string,
  words: Words,
) {
  return {
    files: (ownValue(files, question) ?? []).map(describeAttachment),
    unfinished: unfinished
      .filter(({ questionId }) => questionId === question)
      .map(({ name, percent }) => ({
        ...{ name, facts: words.uploading.unfinished(percent) },
      })),
  };
}

/** A page of a call's form, in the draft's language, with what was typed and what it is made from. */
export function describeQuestionPage(open: OpenPage) {
  const { call, draft, language, page, limits, evidence } = open;
  const words = wordsIn(language);
  const uploadsPath = uploadsAddress(open.answer, page.id);
  return {
    pageHeading: pageHeading(page, language),
    callSlug: call.slug,
    pageId: page.id,
    callTitle: inLanguage(call.definition.title, language),
    progress: describePlace(open, language),
    /** Said of a page on which nothing is required. */
    mayLeaveEmpty: page.questions.some(({ required }) => required)
      ? undefined
      : words.page.mayLeaveEmpty,
    care: describeCare(call.definition, language),
    isStory: isStory(page),
    /** Where it is missing, the page's only question is the heading. */
    heading: page.title && inLanguage(page.title, language),
    intro: page.intro && inLanguage(page.intro, language),
    sendPath: open.sendPath,
    ...waysToLeave(open, words),
    questions: page.questions.map((question) => ({
      ...askQuestion(question, { language, words, limits, uploadsPath }),
      ...describeFiles(open, question.id, words),
    })),
    /** The draft's answers to this page, as they were typed. */
    answers: Object.fromEntries(
      page.questions.map(({ id }) => [id, ownValue(draft?.answers, id)]),
    ),
    evidence: evidence && describeEvidence({ ...open, ...evidence, language }),
    group: describeGroup(open, language),
    draftMark: open.draftMark,
    /** How often the page's answers had changed when it was made. */
    version: ownValue(draft?.pageVersions, page.id) ?? 0,
    rendering: open.rendering,
    language,
  };
}

/** Somebody may write here what is hard to write. */
function isStory(page: CallPage): boolean {
  return page.questions.some(
    (question) => questionTypeOf(question).prose === "long",
  );
}

/** Until when there is time, whether somebody's draft can be left, and what stands against sending it. */
function waysToLeave({ call, draft, answer, ...open }: OpenPage, words: Words) {
  return {
    /** Where a script saves what is typed. */
    typedPath: typedAddress(answer, open.page.id),
    codeNote: open.isCodeShared ? words.late.shared : undefined,
    until: draft
      ? words.until(draftUntil(call, draft, open.now))
      : words.call.opening(open.opening),
    somebodyElsePath: draft && formPlaceAddress(answer, "somebody-else"),
  };
}

function describePlace(
  { section, progress }: Pick<OpenPage, "section" | "progress">,
  language: Language,
): string | undefined {
  if (section) return inLanguage(section.title, language);
  return progress && wordsIn(language).page.progress(progress);
}

type Asking = {
  language: Language;
  words: Words;
  limits: AttachmentLimits;
  uploadsPath: string;
};

/** One question in the words of somebody who answers it. */
export function askQuestion(
  question: Question,
  { language, words, limits, uploadsPath }: Asking,
) {
  const label = inLanguage(question.label, language);
  const hint = question.hint && inLanguage(question.hint, language);
  const limitsHint = takesFiles(question)
    ? words.attachments.limits(limits)
    : undefined;
  const tooBig = words.attachments.refusals["too-big"];
  return {
    id: question.id,
    /** Where a script sends its files. */
    uploadsPath,
    label,
    /** Beside the label, and lighter. */
    optionalLabel: question.required ? undefined : words.form.optional,
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
