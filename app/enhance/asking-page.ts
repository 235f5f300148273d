import { newDraftMark, openStorage, type PageAddress } from "./local-copy.ts";
import {
  fieldsOf,
  readServed,
  readTyped,
  type TypedFields,
} from "./typed-fields.ts";
import { type KeepingWords, readWords } from "./words.ts";

/** A page of questions as the script finds it. */
export type AskingPage = {
  form: HTMLFormElement;
  /** As it is now: with its first save a draft has an id. */
  readonly address: PageAddress;
  /** Where typed text is saved without a button; undefined where only this browser keeps it until then. */
  saveTo: string | undefined;
  words: KeepingWords;
  /** What the server had in the boxes. */
  served: TypedFields;
  /** Which rendering the server says that it is. */
  rendering: string;
  openedAt: number;
  /** Undefined where the browser keeps nothing for this site. */
  storage: Storage | undefined;
  /** Ends every listener, once another page has taken this one's place. */
  gone: AbortSignal;
};

export function findForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("form[data-heard-page]");
}

export function findAskingPage(gone: AbortSignal): AskingPage | undefined {
  const form = findForm();
  if (!form) return undefined;
  const call = form.getAttribute("data-heard-call");
  const name = form.getAttribute("data-heard-page");
  const words = form.getAttribute("data-heard-words");
  if (!call || !name || !words) return undefined;
  return {
    form,
    get address() {
      return { call, page: name, ...draftOf(form) };
    },
    saveTo: form.getAttribute("data-heard-save") ?? undefined,
    words: readWords(words),
    served: readServed(form),
    rendering: hiddenField(form, "rendering")?.value ?? "",
    openedAt: Date.now(),
    storage: openStorage(),
    gone,
  };
}

/**
 * Answers that are not begun are named by the form's address, or by the page's;
 * by neither where they are the only ones there are.
 */
function draftOf(form: HTMLFormElement) {
  const mark = readMark(form);
  const sentTo = new URL(form.getAttribute("action") ?? "", location.href);
  const names = [sentTo.search, location.search].map((search) =>
    new URLSearchParams(search).get("draft"),
  );
  const begunWith =
    names.find((name) => name?.startsWith("new-")) ??
    (names.includes(null) ? newDraftMark : undefined);
  if (mark === newDraftMark) return { draft: begunWith ?? newDraftMark };
  return { draft: mark, begunWith };
}

function hiddenField(form: HTMLFormElement, name: string) {
  return form.querySelector<HTMLInputElement>(
    `input[type="hidden"][name="${name}"]`,
  );
}

function readMark(form: HTMLFormElement): string {
  return hiddenField(form, "draft")?.value ?? newDraftMark;
}

/** The draft and version that the page's next save is based on; an item of evidence has a fingerprint for a version. */
export function readBase({ form }: AskingPage) {
  const base = hiddenField(form, "base")?.value;
  const version = hiddenField(form, "version")?.value ?? 0;
  return {
    draft: readMark(form),
    version: Number(base ? `0x${base}` : version),
  };
}

export function readRendering({ form }: AskingPage): string {
  return hiddenField(form, "rendering")?.value ?? "";
}

/** What is sent again from one rendering is the same item, and none that is added. */
export function writeRendering({ form }: AskingPage, rendering: string) {
  const field = hiddenField(form, "rendering");
  if (field && rendering) field.value = rendering;
}

export function writeBase(
  { form }: AskingPage,
  base: { draft: string; version: number },
) {
  const draft = hiddenField(form, "draft");
  const version = hiddenField(form, "version");
  if (draft) draft.value = base.draft;
  if (version) version.value = String(base.version);
}

/** The page came back with both texts, and the choice is the person's. */
export function awaitsChoice({ form }: AskingPage): boolean {
  return (
    form.querySelector(
      'button[value="keep-saved"], [data-heard-keep-saved]',
    ) !== null
  );
}

/** The page came back with a text that the server does not have. */
export function isUnsaved(page: AskingPage): boolean {
  return awaitsChoice(page) || page.form.hasAttribute("data-heard-unsaved");
}

export function bodyOf(page: AskingPage, typed: TypedFields): URLSearchParams {
  const { draft, version } = readBase(page);
  const body = new URLSearchParams({ draft, version: String(version) });
  body.append("rendering", readRendering(page));
  for (const [name, value] of typed) body.append(name, value);
  return body;
}

/** A kept text as a person would know it again: a choice by its label. */
export function quotesOf(
  { form }: AskingPage,
  typed: TypedFields = readTyped(form),
): string[] {
  return typed.map(([name, value]) => {
    for (const field of fieldsOf(form)) {
      if (field.getAttribute("name") !== name) continue;
      if (field instanceof HTMLSelectElement)
        return (
          [...field.options].find((option) => option.value === value)?.text ??
          value
        );
      if (
        field instanceof HTMLInputElement &&
        /^(radio|checkbox)$/.test(field.type) &&
        field.value === value
      )
        return field.labels?.[0]?.textContent ?? value;
    }
    return value;
  });
}
