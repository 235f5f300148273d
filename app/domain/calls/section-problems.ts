/** What stands against the sections of a form. */
export type SectionProblem =
  | { reason: "section-twice"; sectionId: string }
  | { reason: "section-unknown"; pageId: string; sectionId: string }
  /** A task list leads to no page that stands in none. */
  | { reason: "section-missing"; pageId: string }
  | { reason: "section-empty"; sectionId: string }
  /** Pages of another section stand between its own. */
  | { reason: "section-apart"; sectionId: string };

type Form = {
  navigation: "pages" | "task-list";
  sections: { id: string }[];
  pages: { id: string; section?: string | undefined }[];
};

export function sectionProblems(form: Form): SectionProblem[] {
  const ids = form.sections.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...[...new Set(twice)].map((sectionId) => ({
      reason: "section-twice" as const,
      sectionId,
    })),
    ...form.pages.flatMap((page) => pageProblems(page, form)),
    ...ids.flatMap((id) => orderProblems(id, form)),
  ];
}

function pageProblems(
  { id: pageId, section }: Form["pages"][number],
  { navigation, sections }: Form,
): SectionProblem[] {
  if (section === undefined)
    return navigation === "task-list"
      ? [{ reason: "section-missing", pageId }]
      : [];
  return sections.some(({ id }) => id === section)
    ? []
    : [{ reason: "section-unknown", pageId, sectionId: section }];
}

function orderProblems(sectionId: string, { pages }: Form): SectionProblem[] {
  const places = pages.flatMap(({ section }, place) =>
    section === sectionId ? [place] : [],
  );
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined)
    return [{ reason: "section-empty", sectionId }];
  return last - first === places.length - 1
    ? []
    : [{ reason: "section-apart", sectionId }];
}
