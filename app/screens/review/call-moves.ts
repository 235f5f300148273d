import { findPart } from "#app/domain/calls/authoring/edits.ts";
import type { Move } from "#app/domain/calls/authoring/move-one.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { namesIn } from "./call-editor-names.ts";

type Told = {
  /** Where the next page begins: at the button that was pressed, where it is there still. */
  hash: string;
  text: string;
};

const saved = "The order is saved.";

/** What is said once pages have another order, and where the next page begins. */
export function tellPageMove(copy: WorkingCopy, move: Move | undefined): Told {
  const keys = copy.pages.map(({ key }) => key);
  return move
    ? tellMove(keys, move, `Page ${namesIn(copy).page(move.key)}`)
    : { hash: "#pages", text: saved };
}

/** The same of a page's questions. */
export function tellQuestionMove(
  copy: WorkingCopy,
  pageId: string,
  move: Move | undefined,
): Told {
  const { questions = [] } = findPart(copy, pageId)?.body ?? {};
  const keys = questions.map(({ id }) => id);
  return move
    ? tellMove(keys, move, `Question ${namesIn(copy).question(move.key)}`)
    : { hash: "#questions", text: saved };
}

/** Whoever moves one thing goes on with it. */
export function tellMove(
  keys: readonly string[],
  { key, way }: Move,
  name: string,
): Told {
  const place = keys.indexOf(key) + 1;
  const isAtEnd = way === "up" ? place <= 1 : place === keys.length;
  const other = way === "up" ? "down" : "up";
  return {
    hash: `#${isAtEnd ? other : way}-${key}`,
    text: `${name} is number ${place} of ${keys.length} now.`,
  };
}
