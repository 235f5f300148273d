import type { CallText } from "#app/domain/calls/authoring/translation/call-texts.ts";
import type { TranslatedPart } from "#app/domain/calls/authoring/translation/translated-parts.ts";
import type { EditorNames } from "./call-editor-names.ts";
import { partNames } from "./call-text-changes.ts";
import { capitalised } from "./call-editor-words.ts";

/** What is translated on one screen, as a heading. */
export function nameTranslatedPart(
  { kind, pageId }: Pick<TranslatedPart, "kind" | "pageId">,
  names: EditorNames,
): string {
  if (kind === "about") return "About the call";
  if (kind === "section") return "Sections";
  return kind === "equality"
    ? "Questions about the person"
    : capitalised(`page ${names.page(pageId)}`);
}

/** What a text is on its page: "Option 2", "Title", "Help line 1: Who". */
export function nameText({ way }: CallText): string {
  const [kind, ...path] = way;
  const own = kind === "about" || kind === "equality" ? path : path.slice(1);
  return nameWay(kind === "equality" ? equalityWay(own) : own);
}

/** The question that a text belongs to; undefined of a page's and a call's own. */
export function questionOfText({ way }: CallText): string | undefined {
  const [kind, first, second] = way;
  if (kind === "question") return first;
  return kind === "equality" && first === "questions" ? second : undefined;
}

const equalityWay = (way: string[]) =>
  way[0] === "questions" ? way.slice(2) : way;

function nameWay([first = "", second, third]: string[]): string {
  const name = fieldNames[first] ?? partNames[first] ?? first;
  if (third !== undefined && second !== undefined) {
    const place = /^\d+$/.test(second) ? ` ${Number(second) + 1}` : "";
    if (first === "helpLines") return `${name}${place}: ${nameWay([third])}`;
    return third === "label" ? name : `${name}: ${nameWay([third])}`;
  }
  return second === undefined ? name : nameWay([second]);
}

/** Where a text is called otherwise on its own screen than among what changed. */
const fieldNames: Record<string, string> = {
  label: "Question",
  why: "Why it is asked",
};
