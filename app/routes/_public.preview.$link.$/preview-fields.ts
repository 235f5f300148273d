import { allPages, everyQuestion } from "#app/domain/calls/asked-pages.ts";
import type { CallDefinition, CallPage } from "#app/domain/calls/definition.ts";
import type { FormFields } from "#app/domain/calls/question-types/question-type.ts";
import {
  findEvidenceQuestion,
  findGroupQuestion,
} from "#app/domain/calls/question-types/question-types.ts";
import { groupItemIds } from "#app/domain/calls/question-types/repeating-group.ts";
import {
  countEvidence,
  type PreviewDraft,
} from "#app/domain/drafts/preview-draft.ts";
import { writeFormFields } from "../_public.respond.$call.$page/page-form.ts";

/* With a capital, so that they are no question's. */
export const languageField = "Language";
export const itemsField = (questionId: string) => `Items-${questionId}`;
export const evidenceField = (questionId: string) => `Evidence-${questionId}`;

/** Of the files of one question. */
export const mostNames = 60;

/** The intents of a preview's own buttons, beside those of the form. */
export const previewIntents = { show: "show", send: "send" } as const;

/**
 * The answers so far as the fields of a form that shows one page, or none: its
 * own questions have fields of their own.
 */
export function carriedFields(
  { answers, fileNames, language }: PreviewDraft,
  definition: CallDefinition,
  shown?: CallPage,
): FormFields {
  const asked = everyQuestion(definition, answers);
  const pages = new Set(asked.map(({ page }) => page));
  const typed = [...pages].flatMap((page) =>
    page === shown ? [] : writeFormFields(answers, page),
  );
  const names = Object.entries(fileNames).flatMap(([id, list]) =>
    list.map((name): [string, string] => [id, name]),
  );
  const fields = [...writeLists(answers, definition), ...typed, ...names];
  return [[languageField, language], ...fields];
}

function writeLists(
  answers: PreviewDraft["answers"],
  definition: CallDefinition,
): FormFields {
  return allPages(definition).flatMap(({ questions }): FormFields => {
    const group = findGroupQuestion(questions);
    const ids = group ? groupItemIds(answers[group.id]) : [];
    if (group && ids.length > 0) return [[itemsField(group.id), ids.join(",")]];
    const evidence = findEvidenceQuestion(questions);
    const count = evidence ? countEvidence(answers, evidence.id) : 0;
    return evidence && count > 0
      ? [[evidenceField(evidence.id), String(count)]]
      : [];
  });
}
