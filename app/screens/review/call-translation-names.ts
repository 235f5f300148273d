import type { CallText } from "#app/domain/calls/authoring/translation/call-texts.ts";
import type { TranslatedPart } from "#app/domain/calls/authoring/translation/translated-parts.ts";
import type { EditorNames } from "./call-editor-names.ts";
import { namePart } from "./call-text-changes.ts";
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

/** What a text is on its page: "Option", "Title", "Help line 1: Who". */
export function nameText({ way }: CallText): string {
  const named: string[] = [];
  const path = ownWay(way);
  for (let at = 0; at < path.length; at += 1) {
    const part = path[at] ?? "";
    const name = fieldNames.get(part) ?? namePart(part);
    if (part === "care") continue;
    if (!lists.has(part)) named.push(name);
    else {
      // What stands behind a list is an id; a help line has its place.
      at += 1;
      const isPlaced = part === "helpLines";
      named.push(isPlaced ? `${name} ${Number(path[at]) + 1}` : name);
    }
  }
  const isLabelOf = path.at(-1) === "label" && named.length > 1;
  return (isLabelOf ? named.slice(0, -1) : named).join(": ");
}

const lists: ReadonlySet<string> = new Set([
  ...["choices", "topics", "helpLines", "questions"],
]);

/** From a page, a question, a section or the call on. */
function ownWay([kind, ...path]: string[]): string[] {
  if (kind === "about") return path;
  if (kind === "equality")
    return path[0] === "questions" ? path.slice(2) : path;
  return path.slice(1);
}

/** The question that a text belongs to; undefined of a page's and a call's own. */
export function questionOfText({ way }: CallText): string | undefined {
  const [kind, first, second] = way;
  if (kind === "question") return first;
  return kind === "equality" && first === "questions" ? second : undefined;
}

/** Where a text is called otherwise on its own screen than among what changed. */
const fieldNames: ReadonlyMap<string, string> = new Map([
  ["label", "Question"],
  ["why", "Why it is asked"],
]);
