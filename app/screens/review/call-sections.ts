import { editorAddress } from "#app/authoring-addresses.ts";
import { seenOfSections } from "#app/domain/calls/authoring/section-edits.ts";
import {
  emptySections,
  maxSections,
} from "#app/domain/calls/authoring/setting-forms.ts";
import type {
  Part,
  WorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import { isTranslated } from "#app/domain/calls/languages.ts";
import type { Edited } from "./edited-call.ts";
import { plural } from "./counted.ts";

const navigations = [
  {
    value: "pages",
    label: "One page after another",
    hint: "Best for a short call",
  },
  {
    value: "task-list",
    label: "A task list of sections, in any order",
    hint: "For a long call that people answer over several days. Every page stands in a section",
  },
] as const;

/** The form for a call's sections and for how its pages follow each other. */
export function describeSectionsForm({ call, copy }: Edited) {
  const stored = copy.sections.map(({ key, body }) => {
    const pages = copy.pages.filter((page) => page.body.section === key);
    return {
      ...{ id: key, title: body.title.en },
      pages: plural(pages.length, "page", "pages"),
    };
  });
  const room = Math.min(emptySections, maxSections - stored.length);
  const empty = Array.from({ length: room }, () => ({
    ...{ id: "", title: "", pages: "" },
  }));
  return {
    ...{ callTitle: call.definition.title.en },
    backHref: editorAddress(call.slug),
    seen: seenOfSections(copy),
    navigation: copy.about.body.navigation,
    navigations: [...navigations],
    sections: [...stored, ...empty],
    isTranslated: copy.sections.some(({ body }) => isTranslated(body.title)),
  };
}

/** The sections that a page can stand in, and the one that it does; one that is gone too, until somebody chooses another. */
export function sectionsOfPage(
  { sections }: WorkingCopy,
  { body: { section = "" } }: Part<"page">,
) {
  const choices = sections.map(({ key, body }) => ({
    ...{ value: key, label: body.title.en },
  }));
  const isGone =
    section !== "" && !choices.some(({ value }) => value === section);
  return {
    section,
    sections: isGone
      ? [...choices, { value: section, label: "A section that is not there" }]
      : choices,
  };
}
