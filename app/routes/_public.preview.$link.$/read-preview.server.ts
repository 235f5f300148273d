import {
  allPages,
  everyQuestion,
  findPage,
} from "#app/domain/calls/asked-pages.ts";
import type { Answers, CallDefinition } from "#app/domain/calls/definition.ts";
import { languagesOf, type Language } from "#app/domain/calls/languages.ts";
import {
  groupAnswer,
  groupItemIds,
} from "#app/domain/calls/question-types/repeating-group.ts";
import {
  findEvidenceQuestion,
  findGroupQuestion,
  questionTypeOf,
  takesFiles,
} from "#app/domain/calls/question-types/question-types.ts";
import {
  type PreviewDraft,
  sampleEvidence,
} from "#app/domain/drafts/preview-draft.ts";
import {
  readForm,
  type ReceivedForm,
} from "#app/http/request/received-form.server.ts";
import { previewWords } from "#app/screens/public/preview.ts";
import { formFields } from "../_public.respond.$call.$page/page-fields.ts";
import { readTypedAnswers } from "../_public.respond.$call.$page/page-form.ts";
import {
  evidenceField,
  itemsField,
  languageField,
  mostNames,
} from "./preview-fields.ts";

type Sent = Parameters<typeof readForm>[0];

type Asked = ReturnType<typeof everyQuestion>;

export type SentPreview = {
  draft: PreviewDraft;
  fields: FormData;
  refusedParts: ReceivedForm["refusedParts"];
};

/**
 * All that a preview's form holds: what is typed on its page, and the answers to
 * the others. It is read as the form itself is, question by question, so that
 * nobody's hand in it makes an answer that a form could not send.
 *
 * @param of.pageId the page that was sent: one of a new item is in no list yet.
 */
export async function readPreviewForm(
  sent: Sent,
  { definition, pageId }: { definition: CallDefinition; pageId: string },
): Promise<SentPreview> {
  const lists = await readForm(sent, listFields(definition));
  const listed = readLists(lists.fields, definition);
  const asked = [
    ...everyQuestion(definition, listed),
    ...questionsOfNew(definition, listed, pageId),
  ];
  const form = await readForm(sent, answerFields(asked));
  const answers = { ...listed };
  for (const page of new Set(asked.map(({ page: one }) => one)))
    Object.assign(answers, readTypedAnswers(form.fields, page));
  const fileNames = Object.fromEntries(
    asked
      .filter(({ question }) => takesFiles(question))
      .map(({ question: { id } }) => [id, readNames(form.fields, id)]),
  );
  const language = readLanguage(lists.fields.get(languageField), definition);
  return {
    draft: { answers, fileNames, language },
    ...{ fields: form.fields, refusedParts: form.refusedParts },
  };
}

/** Of the page of an item that comes into its list with this very form. */
function questionsOfNew(
  definition: CallDefinition,
  listed: Answers,
  pageId: string,
): Asked {
  const page = findPage(definition, listed, pageId)?.page;
  const { itemId = "" } = page?.itemOf ?? {};
  const list = page?.itemOf?.pageId;
  const isListed = allPages(definition)
    .filter(({ id }) => id === list)
    .some(({ questions }) =>
      questions.some(({ id }) => groupItemIds(listed[id]).includes(itemId)),
    );
  if (!page?.itemOf || isListed) return [];
  return page.questions.map((question) => ({ page, question }));
}

/** One of the languages that the call is offered in; English where another is asked for. */
export function readLanguage(
  written: unknown,
  definition: CallDefinition,
): Language {
  return languagesOf(definition).find((one) => one === written) ?? "en";
}

function listFields(definition: CallDefinition): ReadonlyMap<string, number> {
  const names = allPages(definition).flatMap(({ questions }) =>
    questions.flatMap(({ id }) => [itemsField(id), evidenceField(id)]),
  );
  return new Map([...names, languageField].map((name) => [name, 1]));
}

function readLists(fields: FormData, definition: CallDefinition): Answers {
  const answers: Answers = {};
  for (const { questions } of allPages(definition)) {
    const group = findGroupQuestion(questions);
    const ids = group && fields.get(itemsField(group.id));
    if (group && typeof ids === "string")
      answers[group.id] = groupAnswer(itemIdsIn(ids, group.max));
    const evidence = findEvidenceQuestion(questions);
    const count = evidence && fields.get(evidenceField(evidence.id));
    if (evidence && typeof count === "string" && /^\d{1,3}$/.test(count))
      answers[evidence.id] = sampleEvidence(
        Number(count),
        previewWords.sampleTitle,
      );
  }
  return answers;
}

function itemIdsIn(written: string, most: number): string[] {
  const ids = written.slice(0, 1_000).split(",");
  return [...new Set(ids.filter((id) => /^[1-9]\d{0,2}$/.test(id)))].slice(
    0,
    most,
  );
}

function answerFields(asked: Asked): ReadonlyMap<string, number> {
  const fields = new Map<string, number>([[formFields.intent, 1]]);
  for (const { question } of asked) {
    const { names, mostValues } = questionTypeOf(question).form;
    for (const name of names(question.id)) fields.set(name, mostValues);
    if (takesFiles(question)) fields.set(question.id, mostNames);
  }
  return fields;
}

const mostOfName = 255;

/** A browser says the name of a file in the place of the file where its form is not made for files. */
function readNames(fields: FormData, questionId: string): string[] {
  return fields
    .getAll(questionId)
    .flatMap((name) =>
      typeof name === "string" && name.trim() !== ""
        ? [name.slice(0, mostOfName)]
        : [],
    );
}
