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

/** A question of such a page, or what can be done with it. */
export function editedQuestionAddress(
  { questionId, ...page }: PageOfCall & { questionId: string },
  part?: "remove",
): string {
  const path = `${editedPageAddress(page)}/questions/${encodeURIComponent(questionId)}`;
  return part === undefined ? path : `${path}/${part}`;
}

/** Where the kind of a new question is chosen, and where it is made. */
export function newQuestionAddress(page: PageOfCall, type?: string): string {
  const path = `${editedPageAddress(page)}/new-question`;
  return type === undefined ? path : `${path}?${new URLSearchParams({ type })}`;
}

type Translated = { callSlug: string; language: string };

/** A call in one language besides English, part by part; or all its texts as a table, out and in. */
export function translationAddress(
  { callSlug, language }: Translated,
  table?: "texts.csv" | "bring-in",
): string {
  const path = `${editorAddress(callSlug)}/languages/${encodeURIComponent(language)}`;
  return table === undefined ? path : `${path}/${table}`;
}

/**
 * Where texts are translated side by side.
 *
 * @param first the place of the first text on the screen, from 1
 */
export function translatedTextsAddress(
  { part, ...translated }: Translated & { part: string },
  first = 1,
): string {
  const path = `${translationAddress(translated)}/texts/${encodeURIComponent(part)}`;
  return first === 1
    ? path
    : `${path}?${new URLSearchParams({ first: String(first) })}`;
}
