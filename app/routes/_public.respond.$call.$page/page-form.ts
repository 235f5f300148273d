import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import type { Answers, CallPage } from "#app/domain/calls/definition.ts";
import { nameOfEveryObject } from "#app/domain/calls/equality.ts";
import type { FormFields } from "#app/domain/calls/question-types/question-type.ts";
import { questionTypeOf } from "#app/domain/calls/question-types/question-types.ts";
import type { KnownFields } from "#app/http/request/known-fields.server.ts";
import { fileOfAboutField, formFields } from "./page-fields.ts";

/** The names of a page's form, each with the most values it may have. */
export function fieldsOfPage(page: CallPage): ReadonlyMap<string, number> {
  const own = Object.values(formFields).map((name) => [name, 1] as const);
  const asked = page.questions.flatMap((question) => {
    const { names, mostValues } = questionTypeOf(question).form;
    return names(question.id).map((name) => [name, mostValues] as const);
  });
  return new Map([...own, ...asked]);
}

/** What is said of the files that are there; a form tells of no more than a draft has. */
export function readAboutFiles(fields: FormData): Map<string, string> {
  const about = new Map<string, string>();
  for (const [name, value] of fields) {
    const publicId = fileOfAboutField(name);
    if (publicId) about.set(publicId, asText(value).slice(0, mostAboutUnits));
  }
  return about;
}

/** More than a line; what is kept of it is cut later. */
const mostAboutUnits = 2_000;

/** The fields for what is said of files, whichever are there, beside those that are known by name. */
export function withAboutFields(known: KnownFields): KnownFields {
  const isAbout = (name: string) => fileOfAboutField(name) !== undefined;
  return {
    get: (name) => known.get(name) ?? (isAbout(name) ? 1 : undefined),
    has: (name) => known.has(name) || isAbout(name),
  };
}

/**
 * What was typed into a page's own fields, fitting or not; undefined where a
 * field was left empty. Whatever else a form holds, in any number, is left
 * alone: its names are not even looked at (docs/decisions/162).
 */
export function readTypedAnswers(fields: FormData, page: CallPage): Answers {
  const submission = parseWithZod(ownFields(fields, page), {
    schema: typedAnswersSchema(page),
    // The schemas take strings as forms send them.
    disableAutoCoercion: true,
  });
  if (submission.status !== "success")
    throw new Error("What was typed is taken as it is, and yet was refused");
  // Zod leaves out what did not come: an unticked box is an answer taken away.
  const typed: Answers = submission.value;
  return Object.fromEntries(
    askedOf(page).map(({ id }) => [id, typed[parsedAs(id)]]),
  );
}

type TypedSchema = z.ZodType<Answers>;

/** Zod compiles a schema when it is first used, which takes longer than to use it. */
const kept = new WeakMap<CallPage, TypedSchema>();

function typedAnswersSchema(page: CallPage): TypedSchema {
  const schema = kept.get(page) ?? makeTypedSchema(page);
  kept.set(page, schema);
  return schema;
}

function makeTypedSchema(page: CallPage): TypedSchema {
  return z.object(
    Object.fromEntries(
      askedOf(page).map((question) => [
        parsedAs(question.id),
        questionTypeOf(question).form.typed,
      ]),
    ),
  );
}

/** What parses a form breaks at a field that is called as every object has something: a call may be stored with such a question. */
function parsedAs(id: string): string {
  return id === nameOfEveryObject ? `${id}_` : id;
}

/** The questions of a page that have fields. */
function askedOf(page: CallPage) {
  return page.questions.filter(
    (question) => questionTypeOf(question).form.names(question.id).length > 0,
  );
}

function ownFields(fields: FormData, page: CallPage): FormData {
  const own = new FormData();
  for (const question of page.questions) {
    const { names, mostValues, mostCodeUnits } = questionTypeOf(question).form;
    const parsed = names(parsedAs(question.id));
    for (const [at, name] of names(question.id).entries())
      for (const value of fields.getAll(name).slice(0, mostValues))
        own.append(parsed[at] ?? name, asText(value).slice(0, mostCodeUnits));
  }
  return own;
}

/** A page of HTML cannot hold a NUL, so it could not be shown again; browsers send line ends as CRLF. */
function asText(value: FormDataEntryValue): string {
  return typeof value === "string"
    ? value.replaceAll("\u0000", "").replace(/\r\n?/g, "\n")
    : "";
}

/** A page's answers as the names and values of the fields that hold them. */
export function writeFormFields(answers: Answers, page: CallPage): FormFields {
  return page.questions.flatMap((question) => {
    const value = answers[question.id];
    return value === undefined
      ? []
      : questionTypeOf(question).form.write(question.id, value);
  });
}
