import type { AttachmentSummary } from "../attachments/attachments.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import type { Answers, CallDefinition } from "../calls/definition.ts";
import type { EvidenceItem } from "../calls/evidence-items/evidence-item.ts";
import type { Language } from "../calls/languages.ts";
import {
  evidenceAnswer,
  evidenceItemsOf,
} from "../calls/question-types/evidence-items.ts";
import {
  groupAnswer,
  groupItemIds,
  type RepeatingGroup,
} from "../calls/question-types/repeating-group.ts";
import { questionIdsOfItem } from "../calls/repeated-pages.ts";
import { takesFiles } from "../calls/question-types/question-types.ts";
import { type Draft, draftLifetimeDays } from "./drafts.ts";

/** What somebody answers in a preview: no row and no file, it travels in the preview's own forms. */
export type PreviewDraft = {
  answers: Answers;
  /** By question, the names of files of which nothing else has come. */
  fileNames: Record<string, string[]>;
  language: Language;
};

/** The same in the shape in which pages are shown, as though it were begun now. */
export function draftOfPreview(
  { answers, language }: PreviewDraft,
  now: Date,
): Draft {
  const lifetimeMilliseconds = draftLifetimeDays * 24 * 60 * 60_000;
  return {
    ...{ id: 0, publicId: "preview", callId: 0, definitionId: 0 },
    ...{ language, answers, pageVersions: {}, rowVersion: 0 },
    lateCode: "none",
    updatedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + lifetimeMilliseconds).toISOString(),
  };
}

/** Its files in the shape in which pages list them; their public ids are their places. */
export function filesOfPreview({
  fileNames,
}: PreviewDraft): Record<string, AttachmentSummary[]> {
  const of = (questionId: string, names: string[]): AttachmentSummary[] =>
    names.map((name, at) => ({
      ...{ publicId: `${questionId}.${at}`, name, typeLabel: "" },
      ...{ byteSize: 0, sha256: "", about: "" },
    }));
  return Object.fromEntries(
    Object.entries(fileNames).map(([id, names]) => [id, of(id, names)]),
  );
}

/** Takes a file out of it, by the public id that it was listed under. */
export function withoutFile(
  preview: PreviewDraft,
  publicId: string,
): PreviewDraft {
  const [questionId = "", at] = publicId.split(".", 2);
  const names = preview.fileNames[questionId] ?? [];
  const left = names.filter((_name, place) => String(place) !== at);
  const fileNames = { ...preview.fileNames, [questionId]: left };
  return { ...preview, fileNames };
}

/** Puts an item into the list of its group, as saving its page does; one that is there stays. */
export function withGroupItem(
  answers: Answers,
  group: RepeatingGroup,
  itemId: string,
): Answers {
  const ids = groupItemIds(answers[group.id]);
  if (ids.includes(itemId) || ids.length >= group.max) return answers;
  return { ...answers, [group.id]: groupAnswer([...ids, itemId]) };
}

/** Takes an item out, with all that was answered about it. */
export function withoutGroupItem(
  answers: Answers,
  group: RepeatingGroup,
  itemId: string,
): Answers {
  const gone = new Set(questionIdsOfItem(group, itemId));
  const left = groupItemIds(answers[group.id]).filter((id) => id !== itemId);
  return {
    ...Object.fromEntries(
      Object.entries(answers).filter(([id]) => !gone.has(id)),
    ),
    [group.id]: groupAnswer(left),
  };
}

/** A made-up piece of evidence: its own pages save it in a draft, and a preview has none. */
function sampleItem(number: number, title: string): EvidenceItem {
  const id = number.toString(16).padStart(16, "0");
  return { id, csl: { type: "report", title }, own: { kind: "report" } };
}

const mostSamples = 20;

/** An answer of so many made-up pieces of evidence. @param titleOf what each is called, by its number. */
export function sampleEvidence(
  count: number,
  titleOf: (number: number) => string,
) {
  const most = Math.min(Math.max(count, 0), mostSamples);
  return evidenceAnswer(
    Array.from({ length: most }, (_, at) =>
      sampleItem(at + 1, titleOf(at + 1)),
    ),
  );
}

/** How many pieces of evidence an answer has. */
export function countEvidence(answers: Answers, questionId: string): number {
  return evidenceItemsOf(answers[questionId]).length;
}

/** How many files each question has, as sending counts them. */
export function countPreviewFiles(
  { fileNames }: PreviewDraft,
  definition: CallDefinition,
): Record<string, number> {
  return Object.fromEntries(
    questionsOf(definition)
      .filter(takesFiles)
      .map(({ id }) => [id, fileNames[id]?.length ?? 0]),
  );
}
