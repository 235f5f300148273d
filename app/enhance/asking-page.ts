import type { PageAddress } from "./local-copy.ts";
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
  address: PageAddress;
  /** Where typed text is saved without a button. */
  saveTo: string;
  words: KeepingWords;
  /** What the server had in the boxes. */
  served: TypedFields;
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
  const saveTo = form.getAttribute("data-heard-save");
  const words = form.getAttribute("data-heard-words");
  if (!call || !name || !saveTo || !words) return undefined;
  return {
    form,
    address: { call, page: name },
    saveTo,
    words: readWords(words),
    served: readServed(form),
    openedAt: Date.now(),
    storage: openStorage(),
    gone,
  };
}

/** Where cookies are blocked, the very name throws. */
export function openStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function hiddenField({ form }: AskingPage, name: string) {
  return form.querySelector<HTMLInputElement>(
    `input[type="hidden"][name="${name}"]`,
  );
}

/** The draft and version that the page's next save is based on. */
export function readBase(page: AskingPage) {
  return {
    draft: hiddenField(page, "draft")?.value ?? "new",
    version: Number(hiddenField(page, "version")?.value ?? 0),
  };
}

export function writeBase(
  page: AskingPage,
  base: { draft: string; version: number },
) {
  const draft = hiddenField(page, "draft");
  const version = hiddenField(page, "version");
  if (draft) draft.value = base.draft;
  if (version) version.value = String(base.version);
}

/** The page came back with both texts, and the choice is the person's. */
export function awaitsChoice({ form }: AskingPage): boolean {
  return form.querySelector('button[value="keep-saved"]') !== null;
}

export function bodyOf(page: AskingPage, typed: TypedFields): URLSearchParams {
  const { draft, version } = readBase(page);
  const body = new URLSearchParams({ draft, version: String(version) });
  body.append("rendering", hiddenField(page, "rendering")?.value ?? "");
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
