import { tidyText } from "../../text/foreign-text.ts";
import { ownFields } from "../question-types/own-fields.ts";
import {
  type Question,
  questionSchema,
} from "../question-types/question-types.ts";
import { newId } from "./new-ids.ts";
import { placeByNumbers } from "./place-by-numbers.ts";
import {
  maxOptions,
  type QuestionForm,
  questionSettings,
} from "./question-forms.ts";

export type QuestionRefusal =
  "options-few" | "options-many" | "options-same" | "does-not-fit";

type Choice = Extract<Question, { type: "radios" }>["choices"][number];

/**
 * The question that a form asks for. What the form has no field for stays as it
 * was, translations too, and an option keeps its value when it is renamed or moved.
 *
 * @param old the question that is changed; undefined for a new one
 * @param id of a new one
 * @param takenValues of options that the question has or had in any version
 */
export function readTypedQuestion(
  form: QuestionForm,
  {
    old,
    id,
    takenValues,
  }: {
    old: Question | undefined;
    id: string;
    takenValues: ReadonlySet<string>;
  },
): { question: Question } | { refused: QuestionRefusal } {
  const type = old?.type ?? form.type;
  const own = ownFields[type];
  const choices = readOptions(form, old, takenValues);
  if (own === "options") {
    if (choices.length < 2) return { refused: "options-few" };
    if (choices.length > maxOptions) return { refused: "options-many" };
    const labels = new Set(choices.map(({ label }) => label.en.toLowerCase()));
    if (labels.size < choices.length) return { refused: "options-same" };
  }
  const settings = Object.fromEntries(
    questionSettings.map((name) => [name, form.settings.includes(name)]),
  );
  const { maxCharacters, least, most, precision } = form;
  const read = questionSchema.safeParse({
    ...{ id, ...old, type, ...settings },
    label: { ...old?.label, en: form.label },
    hint: form.hint === "" ? undefined : { ...old?.hint, en: form.hint },
    ...(own === "options" && { choices }),
    ...(own === "length" && maxCharacters !== undefined && { maxCharacters }),
    ...(own === "range" && { least: least ?? 0, most }),
    ...(own === "precision" && precision !== undefined && { precision }),
  });
  return read.success ? { question: read.data } : { refused: "does-not-fit" };
}

function readOptions(
  { optionLabel, optionValue, optionPlace }: QuestionForm,
  old: Question | undefined,
  takenValues: ReadonlySet<string>,
): Choice[] {
  const before: Choice[] = old && "choices" in old ? old.choices : [];
  const taken = new Set([...takenValues, ...before.map(({ value }) => value)]);
  const typed = optionLabel.map((label, index) => ({
    en: tidyText(label ?? "").replace(/\s+/g, " "),
    stored: before.find(({ value }) => value === optionValue[index]),
  }));
  const numbers = typed.map((_one, index) =>
    /^\d{1,6}$/.test(optionPlace[index] ?? "")
      ? Number(optionPlace[index])
      : index + 1,
  );
  return placeByNumbers(typed, numbers)
    .filter(({ en }) => en !== "")
    .map(({ en, stored }) => {
      if (stored) return { ...stored, label: { ...stored.label, en } };
      const value = newId(en, { taken, kind: "option" });
      taken.add(value);
      return { value, label: { en } };
    });
}
