import type { FrontPage, FrontSection } from "#app/domain/portal/front-page.ts";

const names: Record<FrontSection, { name: string; facts: string }> = {
  open: {
    name: "What can be answered",
    facts: "Calls that are open, and those that open later; always shown",
  },
  about: { name: "About the review", facts: "How that page begins" },
  timetable: { name: "Timetable", facts: "The first eight dates" },
  faqs: { name: "Questions people ask", facts: "The first six questions" },
  help: { name: "Where to find help", facts: "How that page begins" },
  closed: {
    name: "What is closed",
    facts: "Calls that are over, and what came of them",
  },
  pages: { name: "Pages of your own", facts: "A link to each" },
};

/** The sections of the first page, as the team puts them in order. */
export function describeFrontForm(front: FrontPage) {
  return front.map(({ section, isShown }, index) => ({
    ...{ key: section, place: index + 1, ...names[section], isShown },
    isAlways: section === "open",
  }));
}
