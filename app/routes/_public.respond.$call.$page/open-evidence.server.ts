import { data } from "@remix-run/node";
import type { AnswerAddress } from "#app/addresses.ts";
import { selectDraftAttachments } from "#app/domain/attachments/attachments.server.ts";
import { evidenceItemsOf } from "#app/domain/calls/question-types/evidence-items.ts";
import { findEvidenceQuestion } from "#app/domain/calls/question-types/question-types.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  issueDraftHolder,
  keepDraftHolder,
} from "#app/http/request/draft-holder.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  type OpenPage,
  redirectFromPage,
  wayBack,
} from "./open-page.server.ts";
import { formFields, newDraftMark } from "./page-fields.ts";
import { holderKeyOfPage, savePageForm } from "./read-page-form.server.ts";

export type OpenEvidence = ReturnType<typeof evidenceOf>;

/** The question for evidence of an open page, and the items that the draft holds. @throws a 404 where the page asks for none. */
export function evidenceOf(open: OpenPage) {
  const question = findEvidenceQuestion(open.page.questions);
  if (!question) throw data(null, { status: 404 });
  const { draft, answer, language, page } = open;
  return {
    question,
    language,
    items: evidenceItemsOf(draft?.answers[question.id]),
    answer,
    pageId: page.id,
    parameters: wayBack(open),
  };
}

/** @throws a redirect where this person cannot add evidence now. */
export async function requireAnswering(
  open: OpenPage,
  context: RequestContext,
) {
  const elsewhere = context.hasFormErrors
    ? undefined
    : await redirectFromPage(open, context);
  if (elsewhere) throw elsewhere;
}

/** The files of a draft, whatever question they were chosen for. */
export async function selectFilesOf(
  { draft }: Pick<OpenPage, "draft">,
  { db }: RequestContext,
) {
  if (!draft) return [];
  const files = await selectDraftAttachments(db, draft.id);
  return Object.values(files).flat();
}

/** What a form on a page below says of what it was made from. */
export function marksOf({ draft }: OpenPage, { randomBytes }: RequestContext) {
  return {
    draftMark: draft?.publicId ?? newDraftMark,
    rendering: randomBytes(16).toString("hex"),
  };
}

/** The rendering that a form says it is from. */
export function renderingOf({ fields }: ReceivedForm): string {
  const rendering = fields.get(formFields.rendering);
  return typeof rendering === "string" && /^[0-9a-f]{32}$/.test(rendering)
    ? rendering
    : "";
}

type Begun =
  | { ok: true; draft: Draft; answer: AnswerAddress; setCookie: string }
  | { ok: false; message: string; status: number; setCookie?: string };

/**
 * The draft that a form below a question's page is about, begun where there is
 * none. What stands against it is told in the words of the page itself.
 */
export async function beginEvidence(
  open: OpenPage,
  form: ReceivedForm,
  context: RequestContext,
): Promise<Begun> {
  const words = wordsIn(open.language).page;
  if (!open.holderKey) {
    const { setCookie } = issueDraftHolder(context);
    return { ok: false, message: words.noCookie, status: 400, setCookie };
  }
  if (context.mustWaitSeconds !== undefined) {
    const message = words.mustWait(context.mustWaitSeconds);
    return { ok: false, message, status: 429 };
  }
  const holderKey = await holderKeyOfPage(open, form, context);
  const setCookie = keepDraftHolder(context, holderKey);
  // The files of such a form are lists to be read, and none of the draft's.
  const texts = { ...form, stagedFiles: [], refusedParts: [] };
  const intent = { kind: "begin" } as const;
  const page = { ...open, holderKey };
  const outcome = await savePageForm(page, texts, { context, intent });
  if (!outcome.ok) {
    const message = refusalMessage(outcome.reason, words);
    return { ok: false, message, status: 409, setCookie };
  }
  const { draft } = outcome;
  if (!draft) throw new Error("A draft that was asked for was not begun");
  context.draftName = { publicId: draft.publicId };
  const answer = { ...open.answer, draft: draft.publicId };
  return { ok: true, draft, answer, setCookie };
}

type PageWords = ReturnType<typeof wordsIn>["page"];

function refusalMessage(reason: string, words: PageWords): string {
  switch (reason) {
    case "already-sent":
      return words.alreadySent;
    case "draft-gone":
      return words.draftGone;
    case "too-many-drafts":
      return words.tooManyDrafts;
    default:
      return words.notTaken;
  }
}
