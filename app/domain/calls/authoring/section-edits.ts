import { inEnglish } from "./english.ts";
import { newId } from "./new-ids.ts";
import { placeByNumbers } from "./place-by-numbers.ts";
import { maxSections, type SectionsForm } from "./setting-forms.ts";
import { withAbout } from "./setting-edits.ts";
import type { Part, WorkingCopy } from "./working-copy.ts";
import type { Edit } from "./working-copy.server.ts";

/** How the form for the sections says which ones it was filled in over. */
export function seenOfSections(copy: WorkingCopy): string {
  const { navigation } = copy.about.body;
  const sections = copy.sections.map(
    ({ key, rowVersion }) => `${key}:${rowVersion}`,
  );
  return [copy.basedOn, navigation, ...sections].join(" ");
}

/**
 * Adds, renames, orders and removes sections, and says how the pages follow each
 * other. A section whose title is emptied goes, where no page is of it.
 */
export function changeSections(
  copy: WorkingCopy,
  form: SectionsForm,
): Edit<
  | "changed-meanwhile"
  | "section-has-pages"
  | "sections-many"
  | "sections-same"
  | "sections-missing"
> {
  if (seenOfSections(copy) !== form.seen)
    return { refused: "changed-meanwhile" };
  const sections = readSections(copy, form);
  const titles = sections.map(({ body }) => body.title.en.toLowerCase());
  if (sections.length > maxSections) return { refused: "sections-many" };
  if (new Set(titles).size < titles.length) return { refused: "sections-same" };
  const kept = new Set(sections.map(({ key }) => key));
  const isLeft = copy.pages.some(({ body: { section } }) => {
    const isThere = copy.sections.some(({ key }) => key === section);
    return section !== undefined && isThere && !kept.has(section);
  });
  if (isLeft) return { refused: "section-has-pages" };
  if (form.navigation === "task-list" && sections.length === 0)
    return { refused: "sections-missing" };
  return {
    after: {
      ...withAbout(copy, { navigation: form.navigation }),
      sections,
    },
    did: { what: "sections" },
  };
}

function readSections(
  copy: WorkingCopy,
  { sectionId, sectionTitle, sectionPlace }: SectionsForm,
): Part<"section">[] {
  const taken = new Set([
    ...copy.sections.map(({ key }) => key),
    ...copy.pages.flatMap(({ body }) => body.section ?? []),
  ]);
  const typed = sectionTitle.map((en, index) => ({
    ...{ en, old: copy.sections.find(({ key }) => key === sectionId[index]) },
    place: /^\d{1,6}$/.test(sectionPlace[index] ?? "")
      ? Number(sectionPlace[index])
      : index + 1,
  }));
  const ordered = placeByNumbers(
    typed,
    typed.map(({ place }) => place),
  );
  return ordered.flatMap(({ en, old }) => {
    const title = inEnglish(old?.body.title, en);
    if (!title) return [];
    if (old) return [{ ...old, body: { ...old.body, title } }];
    const id = newId(en, { taken, kind: "section" });
    taken.add(id);
    const part = { kind: "section" as const, key: id, rowVersion: 0 };
    return [{ ...part, body: { id, title } }];
  });
}
