import { removeDraftAttachment } from "#app/domain/attachments/attachments.server.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { saveDraftPage, startDraft } from "#app/domain/drafts/drafts.server.ts";
import { findSentResponse } from "#app/domain/responses/sent-responses.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { attachPageFiles, lostPartErrors } from "./attach-page-files.server.ts";
import type { OpenPage } from "./open-page.server.ts";
import { parsePageAnswers, readTypedAnswers } from "./page-form.ts";
import {
  formFields,
  intents,
  newDraftMark,
  type PageErrors,
} from "./question-page.ts";

type HeldPage = OpenPage & { holderKey: string };

export type SavedPage =
  | { outcome: "in-order" | "stay-here" }
  | { outcome: "has-errors"; errors: PageErrors }
  | { outcome: "already-sent" };

/**
 * Keeps everything a page sent before it judges any of it: first the text, as
 * it was typed, then each file that can be taken. Then the page is validated,
 * where the person asked to go on.
 */
export async function savePage(
  open: HeldPage,
  form: ReceivedForm,
  context: RequestContext,
): Promise<SavedPage> {
  const draft = await keepTyped(open, form, context);
  if (!draft) return { outcome: "already-sent" };
  const { intent, publicId } = readIntent(form);
  if (intent === intents.remove) {
    const { db, attachmentStore, now } = context;
    const remove = { draftId: draft.id, publicId, now: now() };
    // A second press of the button finds nothing to remove, and that is what was wanted.
    await removeDraftAttachment(db, attachmentStore, remove);
    return { outcome: "stay-here" };
  }
  const isUpload = intent === intents.upload;
  const words = wordsIn(draft.language);
  const files = { open, draft, form, words, isUpload };
  const errors = {
    ...(isUpload ? {} : textErrors(open, form, draft)),
    ...lostPartErrors(form, open, words),
    ...(await attachPageFiles(files, context)),
  };
  if (Object.keys(errors).length > 0) return { outcome: "has-errors", errors };
  return { outcome: isUpload ? "stay-here" : "in-order" };
}

/** @returns the draft that now holds what was typed; undefined where it has been sent. */
async function keepTyped(
  open: HeldPage,
  form: ReceivedForm,
  context: RequestContext,
): Promise<Draft | undefined> {
  const { db, now, randomBytes } = context;
  const { call, holderKey } = open;
  if (await wasSentMeanwhile(open, form, context)) return undefined;
  const draft =
    open.draft ??
    (await startDraft(db, {
      callId: call.id,
      definitionId: call.definitionId,
      language: "en",
      holderKey,
      now: now(),
      randomBytes,
    }));
  const answers = readTypedAnswers(form.fields, open.page);
  const saved = await saveDraftPage(db, {
    draftId: draft.id,
    answers,
    now: now(),
  });
  return saved.ok ? draft : undefined;
}

/** Back from the receipt to a page of the draft that was sent: a second draft must not begin by itself. */
async function wasSentMeanwhile(
  { call, draft, holderKey }: HeldPage,
  form: ReceivedForm,
  { db, env, now }: RequestContext,
): Promise<boolean> {
  const mark = form.fields.get(formFields.draftMark);
  if (!mark || mark === newDraftMark || mark === draft?.publicId) return false;
  const of = { callId: call.id, holderKey, secret: env.secret, now: now() };
  return (await findSentResponse(db, of)) !== undefined;
}

/** A button's value is its intent, with the file it is about: `remove:<publicId>`. */
function readIntent(form: ReceivedForm): { intent: string; publicId: string } {
  const value = form.fields.get(formFields.intent);
  const [intent = "", publicId = ""] =
    typeof value === "string" ? value.split(":", 2) : [];
  return { intent, publicId };
}

function textErrors(
  { page }: OpenPage,
  form: ReceivedForm,
  { language }: Draft,
): PageErrors {
  const typed = readTypedAnswers(form.fields, page);
  const reading = { language, messages: wordsIn(language).questions };
  return parsePageAnswers(typed, page, reading) ?? {};
}
