/*
 * Every path of the product, built once. Nothing here knows what stands at an
 * address or who may open it.
 */

export const privacyAddress = "/privacy";
export const accessibilityAddress = "/accessibility";

/** A call, for whoever may answer it. */
export function callAddress(slug: string): string {
  return `/calls/${encodeURIComponent(slug)}`;
}

/** A call's form: it leads on to where a person can go on answering. */
export function formAddress(slug: string): string {
  return `/respond/${encodeURIComponent(slug)}`;
}

/** A page of questions, under the parameters of the way to it, at one of them. */
export function questionPageAddress(
  slug: string,
  pageId: string,
  parameters = new URLSearchParams(),
  questionId?: string,
): string {
  const path = `${formAddress(slug)}/${encodeURIComponent(pageId)}`;
  return withQuery(path, parameters) + (questionId ? `#${questionId}` : "");
}

/** Where a script saves what is being typed on a page of questions. */
export function typedAddress(slug: string, pageId: string): string {
  return `${questionPageAddress(slug, pageId)}/typed`;
}

/** What stands beside a form's questions. */
type FormPlace = "check" | "copy" | "delete" | "draft" | "late" | "sent";

/** @param told what has just been done there, for the page to say. */
export function formPlaceAddress(
  slug: string,
  place: FormPlace,
  told?: "cleared" | "deleted" | "saved",
): string {
  return `${formAddress(slug)}/${place}${told ? `?${told}=1` : ""}`;
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
  | "tags"
  | "triage";

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

/** The bytes of a file. */
export function fileAddress(publicId: string): string {
  return `/review/files/${encodeURIComponent(publicId)}`;
}

/** What is said of a file that is held back. */
export function heldFileAddress(publicId: string): string {
  return `${fileAddress(publicId)}/held`;
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
export const workAddress = "/review/work";

function withQuery(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query === "" ? path : `${path}?${query}`;
}
