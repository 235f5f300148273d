import type { Answers, CallPage } from "#app/domain/calls/definition.ts";
import type { AnswerValue } from "#app/domain/calls/question-types/question-type.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";
import { formFields } from "./question-page.ts";

/** More values than any question has choices are not a person's answer. */
const maxValuesOfQuestion = 100;

/** The names of a page's form, each with the most values it may have. */
export function fieldsOfPage(page: CallPage): ReadonlyMap<string, number> {
  const own = Object.values(formFields).map((name) => [name, 1] as const);
  const asked = page.questions.flatMap(({ id, type }) => {
    if (type === "date")
      return ["day", "month", "year"].map(
        (part) => [`${id}.${part}`, 1] as const,
      );
    if (type === "file-upload") return [];
    return [[id, type === "checkboxes" ? maxValuesOfQuestion : 1] as const];
  });
  return new Map([...own, ...asked]);
}

/**
 * What was typed into a page's own fields, fitting or not; undefined where a
 * field was left empty. Whatever else a form holds, in any number, is left
 * alone: its names are not even looked at.
 */
export function readTypedAnswers(fields: FormData, page: CallPage): Answers {
  const answers: Answers = {};
  for (const question of page.questions) {
    if (question.type !== "file-upload")
      answers[question.id] = readTypedAnswer(fields, question);
  }
  return answers;
}

function readTypedAnswer(
  fields: FormData,
  { id, type }: Question,
): AnswerValue | undefined {
  if (type === "checkboxes") {
    const values = fields
      .getAll(id)
      .slice(0, maxValuesOfQuestion)
      .map(asShortText);
    return values.length > 0 ? values : undefined;
  }
  if (type === "date") {
    const part = (name: string) => asShortText(fields.get(`${id}.${name}`));
    const parts = {
      day: part("day"),
      month: part("month"),
      year: part("year"),
    };
    return Object.values(parts).some(Boolean) ? parts : undefined;
  }
  const read = type === "radios" || type === "select" ? asShortText : asText;
  return read(fields.get(id)) || undefined;
}

/** No choice and no part of a date is as long; what is longer is none of them all the same. */
const maxShortCodeUnits = 200;

function asShortText(value: FormDataEntryValue | null): string {
  return asText(value).slice(0, maxShortCodeUnits);
}

/** A page of HTML cannot hold a NUL, so it could not be shown again; browsers send line ends as CRLF. */
function asText(value: FormDataEntryValue | null): string {
  return typeof value === "string"
    ? value.replaceAll("\u0000", "").replace(/\r\n?/g, "\n")
    : "";
}

export type FormFields = [name: string, value: string][];

/** Answers as the names and values of the fields that hold them. */
export function writeFormFields(answers: Answers): FormFields {
  return Object.entries(answers).flatMap(([id, value]): FormFields => {
    if (value === undefined) return [];
    if (typeof value === "string") return [[id, value]];
    if (Array.isArray(value)) return value.map((one) => [id, one]);
    return Object.entries(value).map(([part, text]) => [`${id}.${part}`, text]);
  });
}
