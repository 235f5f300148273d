import type { AttachmentSummary } from "../attachments/attachments.ts";
import type { Language } from "../calls/languages.ts";
import { missingFileMessage, parsePage } from "../calls/parse-page.ts";
import { takesFiles } from "../calls/question-types/question-types.ts";
import type { PageProblems, QuestionPageSave } from "./save-question-page.ts";

type Judged = Pick<
  QuestionPageSave,
  "page" | "typed" | "intent" | "stagedFiles" | "refusedParts" | "messages"
> & {
  language: Language;
  /** The draft's files by question, those that came with the page included. */
  files: Record<string, AttachmentSummary[]>;
};

/** What keeps a person on a page: on the way on everything, at an upload only that no file was chosen. */
export function judgePage(judged: Judged): PageProblems {
  switch (judged.intent.kind) {
    case "continue":
      return { ...missingFiles(judged), ...wrongAnswers(judged) };
    case "upload":
      return notChosen(judged);
    case "back":
    case "typed":
    case "keep-saved":
    case "remove":
      return {};
  }
}

function wrongAnswers({ page, typed, language, messages }: Judged) {
  return parsePage(page, typed, { language, messages }).problems;
}

function missingFiles({ page, files, language, messages }: Judged) {
  const problems: PageProblems = {};
  for (const question of page.questions) {
    const count = (files[question.id] ?? []).length;
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
