import { tidyText } from "../../text/foreign-text.ts";
import type { EqualityQuestion } from "../equality.ts";
import { valuesOfMeaning } from "../meanings.ts";
import type { Question } from "../question-types/question-types.ts";
import { inEnglish } from "./english.ts";
import { moveOne } from "./move-one.ts";
import { newId } from "./new-ids.ts";
import { placeByNumbers } from "./place-by-numbers.ts";
import type { QuestionForm } from "./question-forms.ts";

type Choice = Extract<Question, { type: "radios" }>["choices"][number];

/** What a question is answered with, or its topics; in their order. */
export function optionsOfQuestion(
  question: Question | EqualityQuestion | undefined,
): Choice[] {
  if (!question) return [];
  if ("choices" in question) return question.choices;
  return "topics" in question ? question.topics : [];
}

/** The options that a form asks for: those that stay with what is not shown of them, and new ones. */
export function readOptions(
  form: QuestionForm,
  old: Question | undefined,
  takenValues: ReadonlySet<string>,
): Choice[] {
  const before = optionsOfQuestion(old);
  const { optionLabel, optionValue, optionPlace, optionHint } = form;
  const taken = new Set([...takenValues, ...before.map(({ value }) => value)]);
  const typed = optionLabel.map((label, index) => ({
    box: String(index),
    en: optionText(label),
    hint: optionHint[index],
    stored:
      before.find(({ value }) => value === optionValue[index]) ??
      ownOfMeaning(form, optionValue[index]),
  }));
  const numbers = typed.map((_one, index) =>
    /^\d{1,6}$/.test(optionPlace[index] ?? "")
      ? Number(optionPlace[index])
      : index + 1,
  );
  const filled = placeByNumbers(typed, numbers).filter(({ en }) => en !== "");
  const moved = moveOne(filled, form.move, ({ box }) => box);
  return moved.map(({ en, hint, stored }) => {
    const value = stored?.value ?? newId(en, { taken, kind: "option" });
    taken.add(value);
    const said = withHint(stored?.hint, hint);
    return { value, label: { ...stored?.label, en }, ...said };
  });
}

/** A form without boxes for hints leaves them as they are. */
function withHint(
  hint: Choice["hint"],
  typed: string | undefined,
): Pick<Choice, "hint"> {
  const after = typed === undefined ? hint : inEnglish(hint, typed);
  return after ? { hint: after } : {};
}

/** The hints of options that stay, each with what a form has in its place. */
export function typedHints(
  old: Question | undefined,
  choices: Choice[],
): { words: Choice["hint"]; en: string }[] {
  const before = optionsOfQuestion(old);
  return choices.map(({ value, hint }) => ({
    words: before.find((one) => one.value === value)?.hint,
    en: hint?.en ?? "",
  }));
}

/** What was typed in an option's box, as it is kept. */
export function optionText(typed = ""): string {
  return tidyText(typed).replace(/\s+/g, " ");
}

/** A new option whose value Heard knows: what hangs on the answer is read by it. */
function ownOfMeaning(
  { meaning = "none" }: QuestionForm,
  value = "",
):
  | (Pick<Choice, "value"> & { label?: undefined; hint?: undefined })
  | undefined {
  const known = meaning === "none" ? null : valuesOfMeaning(meaning);
  return known?.includes(value) ? { value } : undefined;
}
