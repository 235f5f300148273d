import { askedPages } from "../calls/asked-pages.ts";
import type { CallDefinition, CallPage } from "../calls/definition.ts";
import { inLanguage, type Language } from "../calls/languages.ts";
import type { DraftAnswer } from "./draft-answers.ts";
import type { Draft, DraftProblem } from "./drafts.ts";
import { ownValue } from "../text/own-value.ts";

export type SectionStatus =
  "not-started" | "in-progress" | "completed" | "problem";

/** A section of a task list, as far as somebody has come with it. */
export type DraftSection = {
  sectionId: string;
  title: string;
  status: SectionStatus;
  /** Where to go on with it: its first page that is not done, or its first. */
  pageId: string;
};

type Answered = {
  definition: CallDefinition;
  language: Language;
  /** Undefined where nothing is begun. */
  draft: Pick<Draft, "answers" | "pageVersions"> | undefined;
  answers: DraftAnswer[];
  problems: DraftProblem[];
};

/** The sections that somebody is asked, in order; those whose pages are all left out are not among them. */
export function describeSections(answered: Answered): DraftSection[] {
  const { definition, draft, language } = answered;
  const asked = askedPages(definition, draft?.answers ?? {});
  return definition.sections.flatMap((section) => {
    const pages = asked.filter((page) => page.section === section.id);
    const statuses = pages.map((page) => statusOfPage(page, answered));
    const next = statuses.findIndex((status) => status !== "completed");
    const page = pages[Math.max(next, 0)];
    if (!page) return [];
    return {
      sectionId: section.id,
      title: inLanguage(section.title, language),
      status: statusOfAll(statuses),
      pageId: page.id,
    };
  });
}

/** An optional page that was left empty is done once somebody has gone on from it. */
function statusOfPage(
  { id }: CallPage,
  { draft, answers, problems }: Answered,
): SectionStatus {
  const filled = new Set(
    answers
      .filter(({ pageId }) => pageId === id)
      .filter(({ line, files }) => line !== undefined || files.length > 0)
      .map(({ questionId }) => questionId),
  );
  const isSeen =
    ownValue(draft?.pageVersions, id) !== undefined || filled.size > 0;
  if (!isSeen) return "not-started";
  const open = problems.filter(({ pageId }) => pageId === id);
  if (open.length === 0) return "completed";
  return open.some(({ questionId }) => filled.has(questionId))
    ? "problem"
    : "in-progress";
}

function statusOfAll(statuses: SectionStatus[]): SectionStatus {
  if (statuses.includes("problem")) return "problem";
  const [first, ...others] = new Set(statuses);
  return first !== undefined && others.length === 0 ? first : "in-progress";
}
