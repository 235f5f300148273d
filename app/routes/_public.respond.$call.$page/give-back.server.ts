import { data } from "@remix-run/node";
import type { PageRefusal } from "#app/domain/drafts/save-question-page.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { issueDraftHolder } from "#app/http/request/draft-holder.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import {
  hadFiles,
  refusalToSave,
} from "#app/http/request/unsaved-form.server.ts";
import type { PageReply } from "#app/screens/public/page-reply.ts";
import { wordsIn } from "#app/words/words.ts";
import type { OpenPage } from "./open-page.server.ts";
import { readTypedAnswers } from "./page-form.ts";
import { formFields } from "./page-fields.ts";
import { readBase, readMarks } from "./read-page-form.server.ts";

export type SentPage = {
  open: OpenPage;
  form: ReceivedForm;
  context: RequestContext;
};

type ReplyWith = {
  reply: PageReply;
  status: number;
  setCookie?: string | undefined;
  headers?: Record<string, string>;
};

/** The page's own form, with what to do about it. */
export function replyWith(
  context: RequestContext,
  { reply, status, setCookie, headers }: ReplyWith,
) {
  context.hasFormErrors = true;
  const all = new Headers(headers);
  if (setCookie) all.set("Set-Cookie", setCookie);
  return data(reply, { status, headers: all });
}

/** A form that is not even tried to be saved; undefined where nothing stands against it. */
export function refuseUntried(sent: SentPage) {
  const { open, form, context } = sent;
  const words = wordsIn(open.language).page;
  const { draftId } = readBase(form.fields);
  if (!open.holderKey && form.fields.has(formFields.draftMark)) {
    const { setCookie } = issueDraftHolder(context);
    // With its last draft a browser's cookie goes: the draft was there, and is not.
    if (draftId !== undefined) return giveBackGone(sent, { setCookie });
    return giveBack(sent, [words.noCookie], { status: 400, setCookie });
  }
  if (context.mustWaitSeconds === undefined) return undefined;
  const message = words.mustWait(context.mustWaitSeconds);
  return giveBackAsSent(sent, [message], { status: 429 });
}

/** Why the database could not save a page. @throws any other error again. */
export function whyNotSaved(context: RequestContext) {
  return (error: unknown) => {
    const refusal = refusalToSave(context, error);
    if (!refusal) throw error;
    return { ok: false, reason: "cannot-save", refusal } as const;
  };
}

type Refused =
  { reason: PageRefusal } | Awaited<ReturnType<ReturnType<typeof whyNotSaved>>>;

const refusalWords = {
  "already-sent": "alreadySent",
  "not-taken": "notTaken",
  "too-many-drafts": "tooManyDrafts",
} as const;

/** A form of which nothing was saved. */
export function giveBackUnsaved(
  sent: SentPage,
  refused: Refused,
  setCookie: string,
) {
  const words = wordsIn(sent.open.language);
  if (refused.reason === "draft-gone") return giveBackGone(sent, { setCookie });
  if (refused.reason !== "cannot-save") {
    const message = words.page[refusalWords[refused.reason]];
    return giveBack(sent, [message], { status: 409, setCookie });
  }
  const { reason, status, headers } = refused.refusal;
  const messages = [words.page.cannotSave[reason]];
  if (hadFiles(sent.form)) messages.push(words.unsaved.files);
  return giveBackAsSent(sent, messages, { status, headers, setCookie });
}

type Answer = Omit<ReplyWith, "reply">;

/**
 * What is not under way in this browser, deleted or somebody else's, is not
 * there. The form that comes back begins other answers, if its button is pressed.
 */
function giveBackGone(sent: SentPage, answer: Omit<Answer, "status">) {
  const { context } = sent;
  context.draftName = { begunWith: context.randomBytes(16).toString("hex") };
  const message = wordsIn(sent.open.language).page.draftGone;
  return giveBack(sent, [message], { status: 404, ...answer });
}

/** The form as it was sent, where nothing of it could be kept, with what to do about it. */
function giveBack(
  { open, form, context }: SentPage,
  messages: string[],
  answer: Answer,
) {
  const answers = readTypedAnswers(form.fields, open.page);
  const reply = { answers, errors: { "": messages } };
  return replyWith(context, { reply, ...answer });
}

/** The same, to be sent again just so: what another tab saved meanwhile is still a conflict then. */
function giveBackAsSent(
  { open, form, context }: SentPage,
  messages: string[],
  answer: Answer,
) {
  const answers = readTypedAnswers(form.fields, open.page);
  const marks = readMarks(form.fields);
  const reply = { answers, errors: { "": messages }, ...marks };
  return replyWith(context, { reply, ...answer });
}
