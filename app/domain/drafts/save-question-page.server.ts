import type { Db } from "#app/db/schema.ts";
import { sayWhatFilesAre } from "../attachments/about-files.server.ts";
import {
  attachStagedFiles,
  removeDraftAttachment,
  selectDraftAttachments,
} from "../attachments/attachments.server.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import type { Answers } from "../calls/definition.ts";
import {
  findGroupQuestion,
  takesFiles,
} from "../calls/question-types/question-types.ts";
import { inspectionBudget } from "../files/inspect-file.server.ts";
import { mayAnswer } from "./answering.ts";
import type { Draft, DraftName } from "./drafts.ts";
import {
  findNamedSentDraft,
  hasRoomForDraft,
  startDraft,
} from "./drafts.server.ts";
import { addGroupItem } from "./group-items.server.ts";
import { judgePage } from "./judge-page.ts";
import { type SaveOutcome, saveDraftPage } from "./save-draft-page.server.ts";
import type {
  PageBeginning,
  PageFileRefusals,
  PageOutcome,
  PageRefusal,
  QuestionPageSave,
} from "./save-question-page.ts";
import { ownValue } from "../text/own-value.ts";

/** Of a page that has no draft yet and does not say. */
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
  if (!save.draft && !(await hasRoomForDraft(db, save)))
    return { ok: false, reason: "too-many-drafts" };
  const draft = save.draft ?? (await beginDraft(db, save));
  await addItemOfPage(db, draft, save);
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
  await sayWhatFilesAre(db, { draftId: draft.id, about: save.aboutFiles });
  if (save.intent.kind === "remove") {
    const { publicId } = save.intent;
    const remove = { draftId: draft.id, publicId, now: save.now };
    // A second press of the button finds nothing to remove, and that is what was wanted.
    await removeDraftAttachment(db, store, remove);
  }
  const files = save.page.questions.some(takesFiles)
    ? await selectDraftAttachments(db, draft.id)
    : {};
  const { answers } = draft;
  const language = save.language ?? draft.language;
  const problems = judgePage({ ...save, language, saved: answers, files });
  return { ok: true, draft, version: saved.version, fileRefusals, problems };
}

/**
 * The draft that a page belongs to, begun where there is none yet: a file that
 * is sent by itself begins it as typed text does.
 */
export async function beginPage(
  db: Db,
  save: PageBeginning,
): Promise<{ ok: true; draft: Draft } | { ok: false; reason: PageRefusal }> {
  const reason = await refusalOfPage(db, save);
  if (reason) return { ok: false, reason };
  return { ok: true, draft: save.draft ?? (await beginDraft(db, save)) };
}

/**
 * Why nothing of a page is kept. A page of a draft that was sent must not begin
 * a second one by itself, and what was deleted is not brought back by a page
 * that stands open still: whoever presses its button is asked first.
 */
async function refusalOfPage(
  db: Db,
  save: PageBeginning,
): Promise<PageRefusal | undefined> {
  const { call, draft, base } = save;
  if (base.draftId !== undefined && base.draftId !== draft?.publicId) {
    const named = { publicId: base.draftId };
    return (await hasSent(db, save, named)) ? "already-sent" : "draft-gone";
  }
  if (draft) return undefined;
  if (!mayAnswer(call, draft, save.now).ok) return "not-taken";
  // A page from before there was a draft says by this which one it began.
  const { begunWith } = save;
  const isSent = begunWith && (await hasSent(db, save, { begunWith }));
  return isSent ? "already-sent" : undefined;
}

async function hasSent(
  db: Db,
  { call, holderKey, now }: PageBeginning,
  named: DraftName,
): Promise<boolean> {
  const of = { callId: call.id, holderKey, now, named };
  return (await findNamedSentDraft(db, of)) !== undefined;
}

async function beginDraft(db: Db, save: PageBeginning): Promise<Draft> {
  return startDraft(db, {
    ...save,
    callId: save.call.id,
    definitionId: save.call.definitionId,
    language: save.language ?? languageBefore,
  });
}

/** A page that is about an item not in the list is about a new one, or one that another tab has removed: saved, it is in the list. */
async function addItemOfPage(db: Db, { id }: Draft, save: QuestionPageSave) {
  const { list, page, intent, now } = save;
  const group = list && findGroupQuestion(list.questions);
  const isSaved = intent.kind === "continue" || !isEmptyPage(save);
  if (!group || !page.itemOf || !isSaved) return;
  const { pageId, itemId } = page.itemOf;
  await addGroupItem(db, { draftId: id, pageId, group, itemId, now });
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
  const problems = judgePage({
    ...save,
    language: save.language ?? languageBefore,
    files: {},
    saved: {},
  });
  const isInOrder = Object.keys(problems).length === 0;
  const leadsOn = ["continue", "begin"].includes(save.intent.kind);
  if (leadsOn && isInOrder) return undefined;
  return { ok: true, draft: undefined, version: 0, fileRefusals: {}, problems };
}

async function saveTyped(
  db: Db,
  draft: Draft,
  { base, page, intent, typed, language, keepsVisits, now }: QuestionPageSave,
): Promise<SaveOutcome> {
  return saveDraftPage(db, {
    draftId: draft.id,
    pageId: page.id,
    language,
    baseVersion: base.version,
    rendering: base.rendering,
    isUnasked: intent.kind === "typed",
    isVisit: keepsVisits && intent.kind === "continue",
    answers: intent.kind === "keep-saved" ? {} : typed,
    now,
  });
}

function goneOrSent(saved: SaveOutcome & { ok: false }): PageOutcome {
  const isSent = saved.reason === "already-sent";
  return { ok: false, reason: isSent ? "already-sent" : "draft-gone" };
}

function answersOfPage({ page }: QuestionPageSave, saved: Answers): Answers {
  return Object.fromEntries(
    page.questions.map(({ id }) => [id, ownValue(saved, id)]),
  );
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
