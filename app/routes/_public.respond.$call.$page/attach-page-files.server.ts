import type { AttachmentRefusal } from "#app/domain/attachments/attachments.ts";
import {
  attachStagedFiles,
  selectDraftAttachments,
} from "#app/domain/attachments/attachments.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import type { Words } from "#app/words/words.ts";
import type { OpenPage } from "./open-page.server.ts";
import type { PageErrors } from "./question-page.ts";

type PageFiles = {
  open: OpenPage;
  draft: Draft;
  form: ReceivedForm;
  words: Words;
  /** Upload was pressed: then there has to be a file. */
  isUpload: boolean;
};

/**
 * Takes a page's files into the draft, each for itself: the good ones stay,
 * whatever becomes of the others.
 *
 * @returns what to tell the person, by question.
 */
export async function attachPageFiles(
  files: PageFiles,
  context: RequestContext,
): Promise<PageErrors> {
  const errors: PageErrors = {};
  for (const question of files.open.page.questions) {
    if (question.type !== "file-upload") continue;
    const chosen = chosenFiles(files.form, question);
    const messages = await attachFilesOf(question, chosen, files, context);
    if (messages.length > 0) errors[question.id] = messages;
  }
  return errors;
}

function chosenFiles(form: ReceivedForm, { id }: Question) {
  const isOfQuestion = (part: { questionId?: string | undefined }) =>
    part.questionId === id;
  const stagedFiles = form.stagedFiles.filter(isOfQuestion);
  const refusedParts = form.refusedParts.filter(isOfQuestion);
  return {
    stagedFiles,
    refusedParts,
    count: stagedFiles.length + refusedParts.length,
  };
}

async function attachFilesOf(
  question: Question,
  chosen: ReturnType<typeof chosenFiles>,
  { open, draft, words, isUpload }: PageFiles,
  context: RequestContext,
): Promise<string[]> {
  const { db, attachmentStore } = context;
  if (chosen.count > 0) {
    const limits = attachmentLimitsOf(open.definition, context.env);
    const { refusals } = await attachStagedFiles(db, attachmentStore, {
      draftId: draft.id,
      questionId: question.id,
      ...chosen,
      limits,
      now: context.now(),
    });
    const message = ({ name, reason }: AttachmentRefusal) =>
      words.attachments.refusals[reason]({
        ...(chosen.count > 1 && { name }),
        limits,
      });
    return [...new Set(refusals.map(message))];
  }
  if (isUpload) return [words.questions.selectFile];
  if (!question.required) return [];
  const held = await selectDraftAttachments(db, draft.id);
  if ((held[question.id] ?? []).length > 0) return [];
  return [
    question.missingMessage
      ? inLanguage(question.missingMessage, draft.language)
      : words.questions.selectFile,
  ];
}

/** What broke off on the way and belongs to no file question of the page, and what was cut of its texts. */
export function lostPartErrors(
  form: ReceivedForm,
  open: OpenPage,
  words: Words,
): PageErrors {
  const ownIds = new Set(open.page.questions.map(({ id }) => id));
  const isLost = form.refusedParts.some(
    ({ questionId }) => !questionId || !ownIds.has(questionId),
  );
  const errors: PageErrors = isLost ? { "": [words.page.formIncomplete] } : {};
  for (const { questionId, reason } of form.refusedParts)
    if (questionId && ownIds.has(questionId) && reason === "text-too-long")
      errors[questionId] = [words.page.answerCut];
  return errors;
}
