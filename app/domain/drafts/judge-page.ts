import type { AttachmentSummary } from "../attachments/attachments.ts";
import type { Language } from "../calls/languages.ts";
import { londonDay } from "../calls/london-time.ts";
import { missingFileMessage, parsePage } from "../calls/parse-page.ts";
import type { Answers } from "../calls/definition.ts";
import {
  hasNoFields,
  takesFiles,
} from "../calls/question-types/question-types.ts";
import { filesOfPreview, type PreviewDraft } from "./preview-draft.ts";
import type { PageProblems, QuestionPageSave } from "./save-question-page.ts";
import { ownValue } from "../text/own-value.ts";

type Judged = Pick<
  QuestionPageSave,
  | "page"
  | "isAsked"
  | "typed"
  | "intent"
  | "stagedFiles"
  | "refusedParts"
  | "messages"
  | "now"
> & {
  language: Language;
  /** What the draft holds: of questions that have no fields, all there is. */
  saved: Answers;
  /** The draft's files by question, those that came with the page included. */
  files: Record<string, AttachmentSummary[]>;
};

/** What keeps a person on a page: on the way on everything, at an upload only that no file was chosen. */
export function judgePage(judged: Judged): PageProblems {
  if (!judged.isAsked) return {};
  switch (judged.intent.kind) {
    case "continue":
      return { ...missingFiles(judged), ...wrongAnswers(judged) };
    case "upload":
      return notChosen(judged);
    case "begin":
    case "back":
    case "later":
    case "speak":
    case "typed":
    case "keep-saved":
    case "remove":
      return {};
  }
}

/** The same of a page of a preview, where files come by their names alone. */
export function judgePreview(
  preview: PreviewDraft,
  judged: Omit<
    Judged,
    "language" | "typed" | "saved" | "files" | "stagedFiles"
  >,
): PageProblems {
  const { answers, language } = preview;
  const files = filesOfPreview(preview);
  const held = { typed: answers, saved: answers, files, stagedFiles: [] };
  return judgePage({ ...judged, ...held, language });
}

function wrongAnswers(judged: Judged) {
  const { page, typed, saved, language, messages, now } = judged;
  const held = page.questions
    .filter(hasNoFields)
    .map(({ id }) => [id, ownValue(saved, id)] as const);
  const answers = { ...typed, ...Object.fromEntries(held) };
  const reading = { language, messages, today: londonDay(now) };
  return parsePage(page, answers, reading).problems;
}

function missingFiles({ page, files, language, messages }: Judged) {
  const problems: PageProblems = {};
  for (const question of page.questions) {
    const count = (ownValue(files, question.id) ?? []).length;
    const message = missingFileMessage(question, count, { language, messages });
    if (message !== undefined) problems[question.id] = message;
  }
  return problems;
}

function notChosen(judged: Judged) {
  const chosen = [...judged.stagedFiles, ...judged.refusedParts];
  const problems: PageProblems = {};
  for (const { id } of judged.page.questions.filter(takesFiles))
    if (!chosen.some((one) => one.questionId === id))
      problems[id] = judged.messages.selectFile;
  return problems;
}
