import { ownFields } from "../question-types/own-fields.ts";
import {
  membersOf,
  type Question,
  questionSchema,
} from "../question-types/question-types.ts";
import { inEnglish, losesWelsh } from "./english.ts";
import { newId } from "./new-ids.ts";
import {
  maxOptions,
  type QuestionForm,
  questionSettings,
} from "./question-forms.ts";
import { readOptions } from "./typed-options.ts";

export type QuestionRefusal =
  | "options-few"
  | "options-many"
  | "options-same"
  | "item-name-missing"
  | "first-question-missing"
  | "group-counts"
  | "drops-welsh"
  | "does-not-fit";

type Over = {
  /** The question that is changed; undefined for a new one. */
  old: Question | undefined;
  /** Of a new one. */
  id: string;
  /** Values of options that the question has or had in any version. */
  takenValues: ReadonlySet<string>;
  /** Ids that may not be given to a question that comes with it. */
  taken?: ReadonlySet<string>;
};

/**
 * The question that a form asks for. What the form has no field for stays as it
 * was, translations too, and an option keeps its value when it is renamed or moved.
 */
export function readTypedQuestion(
  form: QuestionForm,
  over: Over,
): { question: Question } | { refused: QuestionRefusal } {
  const { old, id } = over;
  const type = old?.type ?? form.type;
  const own = readOwn(form, over);
  if ("refused" in own) return own;
  const { hint, missingMessage, meaning = old?.meaning } = form;
  const texts = [
    { words: old?.hint, en: hint },
    { words: old?.missingMessage, en: missingMessage },
  ];
  if (losesWelsh(form, ...texts)) return { refused: "drops-welsh" };
  const settings = Object.fromEntries(
    questionSettings.map((name) => [
      name,
      // It came later than the others: what never had it stays as it was written.
      form.settings.includes(name) ||
        (name === "sensitive" ? undefined : false),
    ]),
  );
  const read = questionSchema.safeParse({
    ...{ id, ...old, type, ...settings, ...own.fields },
    label: { ...old?.label, en: form.label },
    hint: inEnglish(old?.hint, hint),
    missingMessage: inEnglish(old?.missingMessage, missingMessage),
    meaning: meaning === "none" ? undefined : meaning,
  });
  return read.success ? { question: read.data } : { refused: "does-not-fit" };
}

type Own = { fields: Record<string, unknown> } | { refused: QuestionRefusal };

/** What a question has by its kind. */
function readOwn(form: QuestionForm, over: Over): Own {
  const { maxCharacters, least, most, precision } = form;
  switch (ownFields[over.old?.type ?? form.type]) {
    case "options":
      return readChoices(form, { ...over, fewest: 2, name: "choices" });
    case "topics":
      return readChoices(form, { ...over, fewest: 0, name: "topics" });
    case "items":
      return readItems(form, over);
    case "length":
      return { fields: maxCharacters === undefined ? {} : { maxCharacters } };
    case "range":
      return { fields: { least: least ?? 0, most } };
    case "precision":
      return { fields: precision === undefined ? {} : { precision } };
    case "nothing":
      return { fields: {} };
  }
}

function readChoices(
  form: QuestionForm,
  { old, takenValues, fewest, name }: Over & { fewest: number; name: string },
): Own {
  const choices = readOptions(form, old, takenValues);
  if (choices.length < fewest) return { refused: "options-few" };
  if (choices.length > maxOptions) return { refused: "options-many" };
  const labels = new Set(choices.map(({ label }) => label.en.toLowerCase()));
  if (labels.size < choices.length) return { refused: "options-same" };
  return { fields: { [name]: choices } };
}

/** A new one begins with a question in words: what else is asked is added to it. */
function readItems(
  form: QuestionForm,
  { old, id, taken = new Set() }: Over,
): Own {
  const { itemName, firstQuestion, least: min = 1, most: max = 10 } = form;
  const before = old && "itemName" in old ? old.itemName : undefined;
  const name = inEnglish(before, itemName);
  if (!name) return { refused: "item-name-missing" };
  if (min < 1 || min > max) return { refused: "group-counts" };
  if (old)
    return { fields: { itemName: name, min, max, questions: membersOf(old) } };
  if (firstQuestion === "") return { refused: "first-question-missing" };
  const first = newId(firstQuestion, {
    taken: new Set([...taken, id]),
    kind: "question",
  });
  const question = {
    ...{ id: first, type: "short-text", label: { en: firstQuestion } },
  };
  return { fields: { itemName: name, min, max, questions: [question] } };
}
