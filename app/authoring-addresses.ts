/*
 * The paths where a call's words, pages and questions are changed.
 */

/** The working copy of a call, or a part of its doing. */
export function editorAddress(
  callSlug: string,
  part?: "about" | "publish" | "discard" | "pages/new",
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
