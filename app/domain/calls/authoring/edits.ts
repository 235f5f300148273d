import { type AboutTranslations, inEnglish, losesWelsh } from "./english.ts";
import { type Move, moveOne } from "./move-one.ts";
import { newId } from "./new-ids.ts";
import { placeByNumbers } from "./place-by-numbers.ts";
import {
  maxPages,
  neededTexts,
  type Part,
  seenOf,
  type WorkingAbout,
  type WorkingCopy,
  type WorkingPage,
} from "./working-copy.ts";
import type { Edit } from "./working-copy.server.ts";

/*
 * The changes that can be made of a working copy, each made of what stands
 * there at that moment: a text that a colleague changed meanwhile is not written over.
 */

type Seen = {
  /** What `seenOf` said when the form was opened. */
  seen: string;
};

type NeededText = (typeof neededTexts)[number];

export type AboutTexts = Record<NeededText, string> & {
  audience: string;
  minutes: number | undefined;
} & AboutTranslations;

/** What a call says of itself beside its questions. What is left empty may be written later. */
export function changeAbout(
  copy: WorkingCopy,
  { seen, ...texts }: Seen & AboutTexts,
): Edit<"changed-meanwhile" | "drops-welsh"> {
  if (seenOf(copy, copy.about) !== seen)
    return { refused: "changed-meanwhile" };
  const body: WorkingAbout = { ...copy.about.body };
  if (losesWelsh(texts, { words: body.audience, en: texts.audience }))
    return { refused: "drops-welsh" };
  for (const text of neededTexts)
    body[text] = { ...body[text], en: texts[text] };
  body.audience = inEnglish(body.audience, texts.audience);
  body.minutes = texts.minutes;
  return {
    after: { ...copy, about: { ...copy.about, body } },
    did: { what: "about" },
  };
}

export type PageWords = {
  title: string;
  intro: string;
  /** The id of a condition; empty where everybody is asked the page. */
  showIf: string;
  /** The id of a section; empty where it stands in none, undefined where nothing is said of it. */
  section?: string;
} & AboutTranslations;

/** What a page says around its questions, and whom it is shown to. */
export function changePage(
  copy: WorkingCopy,
  { seen, pageId, ...words }: Seen & PageWords & { pageId: string },
): Edit<
  | "changed-meanwhile"
  | "gone"
  | "no-such-rule"
  | "no-such-section"
  | "drops-welsh"
> {
  const page = findPart(copy, pageId);
  if (!page) return { refused: "gone" };
  if (seenOf(copy, page) !== seen) return { refused: "changed-meanwhile" };
  const { showIf, section = page.body.section ?? "" } = words;
  // What is not there any more may stay until somebody looks at it.
  if (!["", page.body.showIf, ...keysOf(copy.conditions)].includes(showIf))
    return { refused: "no-such-rule" };
  if (!["", page.body.section, ...keysOf(copy.sections)].includes(section))
    return { refused: "no-such-section" };
  const { title, intro } = page.body;
  const titled = { words: title, en: words.title };
  if (losesWelsh(words, titled, { words: intro, en: words.intro }))
    return { refused: "drops-welsh" };
  const body = {
    ...page.body,
    title: inEnglish(title, words.title),
    intro: inEnglish(intro, words.intro),
    showIf: showIf === "" ? undefined : showIf,
    section: section === "" ? undefined : section,
  };
  return {
    after: withPage(copy, pageId, body),
    did: { what: "page", key: pageId },
  };
}

const keysOf = (parts: readonly Pick<Part, "key">[]) =>
  parts.map(({ key }) => key);

/** A page of a working copy; undefined where there is none of that id. */
export function findPart(
  copy: WorkingCopy,
  pageId: string,
): Part<"page"> | undefined {
  return copy.pages.find(({ key }) => key === pageId);
}

/** The copy with another text of one page. */
export function withPage(
  copy: WorkingCopy,
  pageId: string,
  body: WorkingPage,
): WorkingCopy {
  const pages = copy.pages.map((page) =>
    page.key === pageId ? { ...page, body } : page,
  );
  return { ...copy, pages };
}

/**
 * Puts the pages in the order that the numbers beside them ask for, and then
 * one of them a place further where its button was pressed.
 *
 * @param shown the ids of the pages as the form showed them
 */
export function orderPages(
  copy: WorkingCopy,
  {
    shown,
    numbers,
    move,
  }: {
    shown: readonly string[];
    numbers: readonly number[];
    move?: Move | undefined;
  },
): Edit<"pages-changed"> {
  const isSame =
    shown.length === copy.pages.length &&
    copy.pages.every(({ key }, place) => key === shown[place]);
  if (!isSame) return { refused: "pages-changed" };
  const placed = placeByNumbers(copy.pages, numbers);
  const pages = moveOne(placed, move, ({ key }) => key);
  return { after: { ...copy, pages }, did: { what: "page-order" } };
}

/** Adds a page after the others, without a question as yet. */
export function addPage(
  copy: WorkingCopy,
  { title, taken }: { title: string; taken: ReadonlySet<string> },
): Edit<"full"> {
  if (copy.pages.length >= maxPages) return { refused: "full" };
  const here = copy.pages.map(({ key }) => key);
  const id = newId(title, {
    taken: new Set([...taken, ...here]),
    kind: "page",
  });
  const section = copy.pages.at(-1)?.body.section;
  const body: WorkingPage = {
    ...{ id, title: { en: title }, questions: [] },
    // A task list leads to no page that stands in none.
    ...(section !== undefined && { section }),
  };
  const page: Part<"page"> = { kind: "page", key: id, rowVersion: 0, body };
  return {
    after: { ...copy, pages: [...copy.pages, page] },
    did: { what: "page-added", key: id },
  };
}

/** Takes a page away with its questions. Rules that look at them stay, and are named by the check. */
export function removePage(
  copy: WorkingCopy,
  { seen, pageId }: Seen & { pageId: string },
): Edit<"changed-meanwhile" | "gone"> {
  const page = findPart(copy, pageId);
  if (!page) return { refused: "gone" };
  if (seenOf(copy, page) !== seen) return { refused: "changed-meanwhile" };
  const pages = copy.pages.filter(({ key }) => key !== pageId);
  return {
    after: { ...copy, pages },
    did: { what: "page-removed", key: pageId },
  };
}
