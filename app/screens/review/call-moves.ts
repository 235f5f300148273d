import { findPart } from "#app/domain/calls/authoring/edits.ts";
import { findAmong } from "#app/domain/calls/authoring/asked-again.ts";
import type { Move } from "#app/domain/calls/authoring/move-one.ts";
import type { QuestionForm } from "#app/domain/calls/authoring/question-forms.ts";
import {
  optionsOfQuestion,
  optionText,
} from "#app/domain/calls/authoring/typed-options.ts";
import type { CareForm } from "#app/domain/calls/authoring/setting-forms.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { membersOf } from "#app/domain/calls/question-types/question-types.ts";
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

/** The same of a page's questions, or of those that one of them asks several times. */
export function tellQuestionMove(
  copy: WorkingCopy,
  { pageId, groupId }: { pageId: string; groupId?: string },
  move: Move | undefined,
): Told {
  const { questions = [] } = findPart(copy, pageId)?.body ?? {};
  const group = questions.find(({ id }) => id === groupId);
  const keys = (group ? membersOf(group) : questions).map(({ id }) => id);
  return move
    ? tellMove(keys, move, `Question ${namesIn(copy).question(move.key)}`)
    : { hash: "#questions", text: saved };
}

/** The same of the options of a question, which is saved with them. */
export function tellOptionMove(
  copy: WorkingCopy,
  { pageId, questionId }: { pageId: string; questionId: string },
  { move, optionLabel }: Pick<QuestionForm, "move" | "optionLabel">,
): Told {
  const questions = findPart(copy, pageId)?.body.questions ?? [];
  const found = findAmong(questions, questionId)?.question;
  const labels = optionsOfQuestion(found).map(({ label }) => label.en);
  const text = move && optionText(optionLabel[Number(move.key)]);
  const place = labels.indexOf(text ?? "");
  if (!move || place === -1)
    return { hash: "", text: "The question is saved." };
  const keys = labels.map((_label, index) => String(index));
  const there = { ...move, key: String(place) };
  return tellMove(keys, there, `The question is saved. Option “${text}”`);
}

/** The same of a call's help lines, which are saved with the rest of the help; undefined where none was moved. */
export function tellHelpLineMove(
  copy: WorkingCopy,
  { move, who }: Pick<CareForm, "move" | "who">,
): Told | undefined {
  const lines = copy.about.body.care?.helpLines ?? [];
  const boxes = who.flatMap((name, box) => (name === "" ? [] : [String(box)]));
  const was = boxes.indexOf(move?.key ?? "");
  if (!move || was === -1) return undefined;
  const wanted = move.way === "up" ? was - 1 : was + 1;
  const place = lines[wanted] ? wanted : was;
  const keys = lines.map((_line, index) => String(index));
  const there = { ...move, key: String(place) };
  const name = lines[place]?.who.en ?? "";
  return tellMove(keys, there, `The help is saved. “${name}”`);
}

/** Whoever moves one thing goes on with it. */
function tellMove(
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
