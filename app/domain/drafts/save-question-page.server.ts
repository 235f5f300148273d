import type { Db } from "#app/db/schema.ts";
import {
  attachStagedFiles,
  removeDraftAttachment,
  selectDraftAttachments,
} from "../attachments/attachments.server.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import type { Answers } from "../calls/definition.ts";
import { takesFiles } from "../calls/question-types/question-types.ts";
import { inspectionBudget } from "../files/inspect-file.server.ts";
import { mayAnswer } from "./answering.ts";
import type { Draft } from "./drafts.ts";
import { startDraft } from "./drafts.server.ts";
import { selectPageSave } from "./draft-answers.queries.server.ts";
import {
  selectDraftByPublicId,
  selectSentDraft,
} from "./drafts.queries.server.ts";
import { hashHolderKey } from "./holders.server.ts";
import { judgePage } from "./judge-page.ts";
import { type SaveOutcome, saveDraftPage } from "./save-draft-page.server.ts";
import type {
  PageFileRefusals,
  PageOutcome,
  PageRefusal,
  QuestionPageSave,
} from "./save-question-page.ts";

/** Of a page that has no draft yet. */
const languageBefore = "en";

/**
 * Keeps everything a page sent before it judges any of it: first the text, as
 * it was typed, then each file that can be taken. Then the page is judged,
 * where the person asked to go on. The caller has found call, draft and page.
 */
export async function saveQuestionPage(
  db: Db,
  store: AttachmentStore,
  save: QuestionPageSave,
): Promise<PageOutcome> {
  const reason = await refusalOfPage(db, save);
  if (reason) return { ok: false, reason };
  const unbegun = judgeUnbegun(save);
  if (unbegun) return unbegun;
  const draft = save.draft ?? (await beginDraft(db, save));
  const saved = await saveTyped(db, draft, save);
  if (!saved.ok && saved.reason !== "saved-elsewhere") return goneOrSent(saved);
  const fileRefusals = await attachPageFiles(db, store, draft, save);
  if (!saved.ok)
    return {
      ok: false,
      reason: "saved-elsewhere",
      draft,
      fileRefusals,
      version: saved.version,
      saved: answersOfPage(save, saved.saved),
    };
  if (save.intent.kind === "remove") {
    const { publicId } = save.intent;
    const remove = { draftId: draft.id, publicId, now: save.now };
    // A second press of the button finds nothing to remove, and that is what was wanted.
    await removeDraftAttachment(db, store, remove);
  }
  const files = save.page.questions.some(takesFiles)
    ? await selectDraftAttachments(db, draft.id)
    : {};
  const problems = judgePage({ ...save, language: draft.language, files });
  return { ok: true, draft, version: saved.version, fileRefusals, problems };
}

/**
 * Why nothing of a page is kept. A page of a draft that was sent must not begin
 * a second one by itself, and a save that nobody pressed a button for must not
 * bring back what was deleted.
 */
async function refusalOfPage(
  db: Db,
  save: QuestionPageSave,
): Promise<PageRefusal | undefined> {
  const { call, draft, base, intent } = save;
  if (base.draftId !== undefined && base.draftId !== draft?.publicId) {
    const of = { publicId: base.draftId, callId: call.id };
    const renderedFrom = await selectDraftByPublicId(db, of);
    if (renderedFrom?.submitted_at) return "already-sent";
    if (intent.kind === "typed") return "draft-gone";
  }
  if (draft) return undefined;
  if (!mayAnswer(call, draft, save.now).ok) return "not-taken";
  return (await hasBeenSent(db, save)) ? "already-sent" : undefined;
}

/** A page from before there was a draft says by its rendering alone which one it began. */
async function hasBeenSent(
  db: Db,
  { call, page, base, holderKey, now }: QuestionPageSave,
): Promise<boolean> {
  if (base.draftId !== undefined || base.rendering === undefined) return false;
  const sent = await selectSentDraft(db, {
    callId: call.id,
    holderHash: hashHolderKey(holderKey),
    now: now.toISOString(),
  });
  const of = sent && { draftId: sent.id, pageId: page.id };
  const saved = of && (await selectPageSave(db, of));
  return saved?.savedBy === base.rendering;
}

async function beginDraft(db: Db, save: QuestionPageSave): Promise<Draft> {
  return startDraft(db, {
    ...save,
    callId: save.call.id,
    definitionId: save.call.definitionId,
    language: languageBefore,
  });
}

function isEmptyPage({
  typed,
  stagedFiles,
  refusedParts,
}: QuestionPageSave): boolean {
  const isTyped = Object.values(typed).some((answer) => answer !== undefined);
  return !isTyped && stagedFiles.length + refusedParts.length === 0;
}

/** @returns undefined where there is something to keep, or somebody goes on to the next page. */
function judgeUnbegun(save: QuestionPageSave): PageOutcome | undefined {
  if (save.draft || !isEmptyPage(save)) return undefined;
  const problems = judgePage({ ...save, language: languageBefore, files: {} });
  const isInOrder = Object.keys(problems).length === 0;
  if (save.intent.kind === "continue" && isInOrder) return undefined;
  return { ok: true, draft: undefined, version: 0, fileRefusals: {}, problems };
}

async function saveTyped(
  db: Db,
  draft: Draft,
  { base, page, intent, typed, now }: QuestionPageSave,
): Promise<SaveOutcome> {
  const isOfThisDraft =
    base.draftId === undefined || base.draftId === draft.publicId;
  return saveDraftPage(db, {
    draftId: draft.id,
    pageId: page.id,
    // A version counts in its own draft only.
    baseVersion: isOfThisDraft ? base.version : 0,
    rendering: base.rendering,
    isUnasked: intent.kind === "typed",
    answers: intent.kind === "keep-saved" ? {} : typed,
    now,
  });
}

function goneOrSent(saved: SaveOutcome & { ok: false }): PageOutcome {
  const isSent = saved.reason === "already-sent";
  return { ok: false, reason: isSent ? "already-sent" : "draft-gone" };
}

function answersOfPage({ page }: QuestionPageSave, saved: Answers): Answers {
  return Object.fromEntries(page.questions.map(({ id }) => [id, saved[id]]));
}

/** Takes a page's files into the draft, each for itself: the good ones stay, whatever becomes of the others. */
async function attachPageFiles(
  db: Db,
  store: AttachmentStore,
  draft: Draft,
  { page, stagedFiles, refusedParts, limits, now }: QuestionPageSave,
): Promise<PageFileRefusals> {
  // Of the whole request, however many of its questions take files.
  const budget = inspectionBudget();
  const byQuestion: PageFileRefusals = {};
  for (const { id } of page.questions.filter(takesFiles)) {
    const chosen = {
      stagedFiles: stagedFiles.filter((file) => file.questionId === id),
      refusedParts: refusedParts.filter((part) => part.questionId === id),
    };
    const count = chosen.stagedFiles.length + chosen.refusedParts.length;
    if (count === 0) continue;
    const { refusals } = await attachStagedFiles(db, store, {
      budget,
      draftId: draft.id,
      questionId: id,
      ...chosen,
      limits,
      now,
    });
    byQuestion[id] = { refusals, chosenCount: count };
  }
  return byQuestion;
}
