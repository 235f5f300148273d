import { droppedFrom } from "#app/domain/drafts/draft-definition.ts";
import { findDraftHead } from "#app/domain/drafts/drafts.server.ts";
import { saveQuestionPage } from "#app/domain/drafts/save-question-page.server.ts";
import type {
  PageBase,
  PageIntent,
  PageOutcome,
} from "#app/domain/drafts/save-question-page.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { holderKeyToBegin } from "#app/http/request/draft-holder.server.ts";
import { readLanguage } from "#app/http/request/language.server.ts";
import {
  readForm,
  type ReceivedForm,
} from "#app/http/request/received-form.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { openPage, type OpenPage } from "./open-page.server.ts";
import {
  questionTypeOf,
  takesFiles,
} from "#app/domain/calls/question-types/question-types.ts";
import {
  fieldsOfPage,
  readAboutFiles,
  readTypedAnswers,
  withAboutFields,
} from "./page-form.ts";
import { formFields, intents, newDraftMark } from "./page-fields.ts";

type PageRequest = Parameters<typeof openPage>[0];

/**
 * A page's form, and the page as the draft has it that the form is about: the
 * one its address names, or the one it was shown with, or the one it began.
 *
 * @param besides fields of the form that are no question's.
 */
export async function readPageForm(
  sent: PageRequest,
  besides: ReadonlyMap<string, number> = new Map(),
): Promise<{ open: OpenPage; form: ReceivedForm }> {
  const before = await openPage(sent);
  const dropped = droppedFrom(before.definition, before.page);
  const all = {
    ...before.page,
    questions: [...before.page.questions, ...dropped],
  };
  const known = new Map([...fieldsOfPage(all), ...besides]);
  const form = await readForm(
    sent,
    all.questions.some(takesFiles) ? withAboutFields(known) : known,
  );
  const open = withDroppedSent(before, form);
  if (open.named) return { open, form };
  const { draftId, rendering } = readBase(form.fields);
  const { holderKey, call } = open;
  if (draftId !== undefined)
    return { open: withDroppedSent(await openPage(sent, draftId), form), form };
  if (!holderKey || rendering === undefined) return { open, form };
  const of = { callId: call.id, holderKey, now: sent.context.now() };
  const named = { begunWith: rendering };
  const begun = await findDraftHead(sent.context.db, { ...of, named });
  return {
    open: begun ? await openPage(sent, begun.publicId) : open,
    form,
  };
}

/** With those questions that went from the page, where a form is sent that was open before they did. */
function withDroppedSent(
  open: OpenPage,
  { fields, stagedFiles }: ReceivedForm,
): OpenPage {
  const { page, definition } = open;
  const sent = droppedFrom(definition, page).filter(
    (question) =>
      stagedFiles.some(({ questionId }) => questionId === question.id) ||
      questionTypeOf(question)
        .form.names(question.id)
        .some((name) => fields.has(name)),
  );
  if (sent.length === 0) return open;
  const questions = [...page.questions, ...sent];
  return { ...open, page: { ...page, questions } };
}

/** Saves a page's form as it came, for the draft of the browser that sent it. */
export async function savePageForm(
  open: OpenPage & { holderKey: string },
  form: ReceivedForm,
  { context, intent }: { context: RequestContext; intent: PageIntent },
): Promise<PageOutcome> {
  const { db, attachmentStore, env, now, randomBytes } = context;
  return saveQuestionPage(db, attachmentStore, {
    ...open,
    list: open.page.itemOf && open.previous,
    keepsVisits: open.definition.navigation === "task-list",
    base: baseOf(open, form),
    begunWith: begunWithOf(open, form),
    typed: readTypedAnswers(form.fields, open.page),
    intent,
    aboutFiles: readAboutFiles(form.fields),
    stagedFiles: form.stagedFiles,
    refusedParts: form.refusedParts,
    limits: attachmentLimitsOf(open.definition, env),
    messages: wordsIn(open.language).questions,
    now: now(),
    randomBytes,
  });
}

/** A form that says nothing of its draft is of the one that its address names. */
function baseOf({ named }: OpenPage, { fields }: ReceivedForm): PageBase {
  const base = readBase(fields);
  const addressed = named && "publicId" in named ? named.publicId : undefined;
  return { ...base, draftId: base.draftId ?? addressed };
}

/** The address says it, or else the page's rendering. */
function begunWithOf({ named }: OpenPage, { fields }: ReceivedForm) {
  return named && "begunWith" in named
    ? named.begunWith
    : readRendering(fields);
}

/** What a form was made from, for one that comes back to be sent again just so. */
export function readMarks(fields: FormData) {
  const draftMark = textOf(fields, formFields.draftMark);
  const { version } = readBase(fields);
  return { ...(draftMark !== "" && { draftMark }), version };
}

/** A form without a version is older than everything that was saved. */
export function readBase(fields: FormData): PageBase {
  const draftMark = textOf(fields, formFields.draftMark);
  const version = textOf(fields, formFields.pageVersion);
  return {
    draftId: draftMark === newDraftMark ? undefined : draftMark || undefined,
    version: /^\d{1,9}$/.test(version) ? Number(version) : 0,
    rendering: readRendering(fields),
  };
}

/** The key of the draft that a page belongs to, or of the one that begins with it. */
export async function holderKeyOfPage(
  { holderKey, draft }: OpenPage,
  { fields }: ReceivedForm,
  context: RequestContext,
): Promise<string> {
  if (holderKey && draft) return holderKey;
  return holderKeyToBegin(context, holderKey, readRendering(fields));
}

/** Which rendering of the page a form is from; undefined where it does not say. */
function readRendering(fields: FormData): string | undefined {
  const rendering = textOf(fields, formFields.rendering);
  return /^[0-9a-f]{32}$/.test(rendering) ? rendering : undefined;
}

/** A button's value is its intent, with what it is about: `remove:<publicId>`, `speak:cy`. */
export function readIntent(fields: FormData): PageIntent {
  const [kind, about = ""] = textOf(fields, formFields.intent).split(":", 2);
  switch (kind) {
    case intents.remove:
      return { kind: "remove", publicId: about };
    case intents.upload:
      return { kind: "upload" };
    case intents.back:
      return { kind: "back" };
    case intents.speak:
      return { kind: "speak", language: readLanguage(about) ?? "en" };
    case intents.later:
      return { kind: "later" };
    case intents.keepSaved:
      return { kind: "keep-saved" };
    default:
      return { kind: "continue" };
  }
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value.slice(0, 200) : "";
}
