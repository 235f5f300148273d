/*
 * Every path of the product, built once. Nothing here knows what stands at an
 * address or who may open it.
 */

/** `?lang=cy`: shows a page in that language, and keeps the choice. */
export const languageParameter = "lang";

/** The same page in another language. */
export function inLanguageAddress(address: string, language: string): string {
  const [path = "", query] = address.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set(languageParameter, language);
  return `${path}?${parameters}`;
}

export const privacyAddress = "/privacy";
/** Where somebody comes back with a reference and a receipt code. */
export const receiptAddress = "/receipt";

/** What such a person sees and does there. */
export function ownResponseAddress(
  place:
    "response" | "everything" | "everything.json" | "signed.json" | "withdraw",
): string {
  return `${receiptAddress}/${place}`;
}

export const accessibilityAddress = "/accessibility";

/** Where a resume code is typed in. */
export const comeBackAddress = "/come-back";

/** A call, for whoever may answer it. */
export function callAddress(slug: string): string {
  return `/calls/${encodeURIComponent(slug)}`;
}

/** All that a call asks, to read and to print. */
export function questionListAddress(slug: string): string {
  return `${callAddress(slug)}/questions`;
}

/**
 * Answers to a call as the address of their form tells them: `?draft=` and the
 * draft's public id, which opens nothing without the browser's key, or
 * `new-` and random characters for those that are not begun. Without one the
 * only answers to the call in this browser are meant.
 */
export type AnswerAddress = { slug: string; draft: string | undefined };

const draftParameter = "draft";

/** What an address says of which answers it is about; undefined where it does not say. */
export function draftNamedIn(parameters: URLSearchParams): string | undefined {
  return parameters.get(draftParameter)?.slice(0, 200) || undefined;
}

function withDraft(
  path: string,
  draft: string | undefined,
  parameters: URLSearchParams = new URLSearchParams(),
): string {
  const named = new URLSearchParams(draft && { [draftParameter]: draft });
  for (const [name, value] of parameters) named.append(name, value);
  return withQuery(path, named);
}

const formPath = (slug: string) => `/respond/${encodeURIComponent(slug)}`;

/** A call's form: it leads on to where a person can go on answering. */
export function formAddress(slug: string, draft?: string): string {
  return withDraft(formPath(slug), draft);
}

/** Stands for answers that are not begun, in the address that begins them. */
export const anotherDraft = "new";

/** Begins other answers to a call, beside those that are there. */
export function anotherAnswerAddress(slug: string): string {
  return formAddress(slug, anotherDraft);
}

/** A page of questions, under the parameters of the way to it, at one of them. */
export function questionPageAddress(
  { slug, draft }: AnswerAddress,
  pageId: string,
  parameters?: URLSearchParams,
  questionId?: string,
): string {
  const path = `${formPath(slug)}/${encodeURIComponent(pageId)}`;
  return (
    withDraft(path, draft, parameters) + (questionId ? `#${questionId}` : "")
  );
}

/** Where a script saves what is being typed on a page of questions. */
export function typedAddress(
  { slug, draft }: AnswerAddress,
  pageId: string,
): string {
  const path = `${formPath(slug)}/${encodeURIComponent(pageId)}/typed`;
  return withDraft(path, draft);
}

/** Where a script begins to send a file of a page of questions. */
export function uploadsAddress(
  { slug, draft }: AnswerAddress,
  pageId: string,
): string {
  const path = questionPageAddress({ slug, draft: undefined }, pageId);
  return withDraft(`${path}/uploads`, draft);
}

/** A file of which not all has come. */
export function unfinishedFileAddress(
  slug: string,
  pageId: string,
  id: string,
): string {
  return `${uploadsAddress({ slug, draft: undefined }, pageId)}/${id}`;
}

/** What stands below a page that asks for evidence: an item, its removal, a list to be read, the items as a file. */
export function evidenceAddress(
  { slug, draft }: AnswerAddress,
  pageId: string,
  below: [place: "item" | "list" | "references", ...names: string[]],
  parameters?: URLSearchParams,
): string {
  const path = [pageId, ...below].map(encodeURIComponent).join("/");
  return withDraft(`${formPath(slug)}/${path}`, draft, parameters);
}

/** What stands beside a form's questions. */
type FormPlace =
  | "asked-again"
  | "check"
  | "copy"
  | "delete"
  | "draft"
  | "equality"
  | "equality/questions"
  | "late"
  | "off-device"
  | "save"
  | "sent"
  | "signed"
  | "somebody-else"
  | "tasks";

/** @param told what has just been done there, for the page to say. */
export function formPlaceAddress(
  { slug, draft }: AnswerAddress,
  place: FormPlace,
  told?: "cleared" | "deleted" | "saved",
): string {
  const parameters = new URLSearchParams(told && { [told]: "1" });
  return withDraft(`${formPath(slug)}/${place}`, draft, parameters);
}

/** All of a browser's answers to a call, sent and not. */
export function heldAnswersAddress(slug: string): string {
  return `${formPath(slug)}/answers`;
}

/** The queue, under the parameters of a filter. */
export function queueAddress(parameters = new URLSearchParams()): string {
  return withQuery("/review/queue", parameters);
}

/** Where the next response is taken. */
export const takeNextAddress = "/review/queue/take-next";

/** A response's page, at one of its places. */
export function responseAddress(
  reference: string,
  parameters = new URLSearchParams(),
  place?: string,
): string {
  const path = `/review/responses/${encodeURIComponent(reference)}`;
  return withQuery(path, parameters) + (place ? `#${place}` : "");
}

type ResponseForm =
  | "claim"
  | "identity"
  | "notes"
  | "passages"
  | "safeguarding"
  | "skip"
  | "tags"
  | "take-back"
  | "triage"
  | "withdrawn";

/** Where one of the forms on a response's page is sent. */
export function responseFormAddress(
  reference: string,
  form: ResponseForm,
): string {
  return `${responseAddress(reference)}/${form}`;
}

/** Where the tag is taken off a passage. */
export function removePassageAddress(
  reference: string,
  passage: string,
): string {
  const passages = responseFormAddress(reference, "passages");
  return `${passages}/${encodeURIComponent(passage)}/remove`;
}

/** All tags, at one of them. */
export function tagListAddress(tagId?: number | string): string {
  return tagId === undefined ? "/review/tags" : `/review/tags#tag-${tagId}`;
}

export function tagAddress(tagId: number): string {
  return `/review/tags/${tagId}`;
}

/** Where a tag is retired. */
export function retireTagAddress(tagId: number): string {
  return `${tagAddress(tagId)}/retire`;
}

/** Where somebody signs in, and what they asked for before. */
export function signInAddress(from?: string): string {
  const path = "/review/sign-in";
  return from === undefined ? path : `${path}?from=${encodeURIComponent(from)}`;
}

export const signOutAddress = "/review/sign-out";
export const sessionsAddress = "/review/sessions";
export const equalityAddress = "/review/equality";
export const quarantineAddress = "/review/quarantine";
export const heldBackAddress = (reference: string) =>
  `${quarantineAddress}/${encodeURIComponent(reference)}`;
export const workAddress = "/review/work";

function withQuery(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query === "" ? path : `${path}?${query}`;
}
