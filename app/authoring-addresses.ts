/*
 * The paths where a call's words, pages and questions are changed.
 */

/** The working copy of a call, or a part of its doing. */
export function editorAddress(
  callSlug: string,
  part?:
    | "about"
    | "care"
    | "files"
    | "sections"
    | "publish"
    | "discard"
    | "pages/new",
): string {
  const path = `/review/calls/${encodeURIComponent(callSlug)}/edit`;
  return part === undefined ? path : `${path}/${part}`;
}

type PageOfCall = { callSlug: string; pageId: string };

/** A page of the working copy, or what can be done with it. */
export function editedPageAddress(
  { callSlug, pageId }: PageOfCall,
  part?: "remove",
): string {
  const path = `${editorAddress(callSlug)}/pages/${encodeURIComponent(pageId)}`;
  return part === undefined ? path : `${path}/${part}`;
}

/** A question of such a page, or what can be done with it. */
export function editedQuestionAddress(
  { questionId, ...page }: PageOfCall & { questionId: string },
  part?: "remove",
): string {
  const path = `${editedPageAddress(page)}/questions/${encodeURIComponent(questionId)}`;
  return part === undefined ? path : `${path}/${part}`;
}

/** How a new question begins: with its kind, or with one that decides something; of those that are asked several times together. */
type NewQuestion = { type?: string; start?: string; group?: string };

/** Where the kind of a new question is chosen, and where it is made. */
export function newQuestionAddress(
  page: PageOfCall,
  begins: NewQuestion = {},
): string {
  const path = `${editedPageAddress(page)}/new-question`;
  const query = new URLSearchParams(begins).toString();
  return query === "" ? path : `${path}?${query}`;
}
