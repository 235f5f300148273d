import type { PageProblem } from "#app/domain/portal/page-forms.ts";
import type { PageGap } from "#app/domain/portal/page-gaps.ts";
import type { OwnPageKind } from "#app/domain/portal/own-pages.ts";

/** What the pages are called that every review has a place for. */
export const pageNames: Record<OwnPageKind, string> = {
  about: "About the review",
  who: "Who runs it",
  timetable: "Timetable",
  help: "Where to find help",
  faqs: "Questions people ask",
  privacy: "Privacy",
  accessibility: "Accessibility",
  free: "Page of your own",
};

/** What an item of such a page is called, and its two texts. */
export const itemNames: Partial<
  Record<OwnPageKind, { one: string; head: string; text: string; hint: string }>
> = {
  faqs: {
    one: "question",
    head: "Question",
    text: "Answer",
    hint: "As a person would ask it: “Can I answer for my organisation?”",
  },
  timetable: {
    one: "date",
    head: "When",
    text: "What happens",
    hint: "Such as “15 December 2026, 5pm” or “Spring 2027”",
  },
};

/** What is said beside a field. */
export const pageProblems: Record<PageProblem, string> = {
  "line-too-long": "This must be 250 characters or less",
  "text-too-long": "This must be 50,000 characters or less",
  "title-missing": "Enter the heading of the page",
  "head-missing": "Enter this in English",
  "text-missing": "Enter this in English",
  "slug-malformed":
    "Enter an address of up to 60 small letters, digits and hyphens, such as young-people",
  "place-no-number": "Enter a whole number beside each, 1 for the first",
};

/** Why a change was not saved, by the field it stands at. */
export const pageRefusals = {
  "changed-meanwhile": {
    "": "Somebody changed this while you had it open. Your text is in the boxes and theirs stands below it. Nothing is lost: save again to put yours in its place.",
  },
  "too-long": {
    "": "All that stands on a page may come to 50,000 characters in each language. Shorten it, or make a second page.",
  },
  "too-many": {
    "": "A page has room for 60 of these. Remove one first, or make a second page.",
  },
  "items-changed": {
    "": "Somebody added, removed or moved one of these while you had the page open. They stand below as they are now: give them their numbers again.",
  },
  reserved: {
    slug: "Something of the portal stands at this address. Choose another",
  },
  taken: { slug: "Another page of yours has this address. Choose another" },
  full: {
    "": "There is room for 30 pages. Throw away one that was never published first.",
  },
};

/** Why a page was not published, taken down or thrown away. */
export const settleRefusals = {
  "changed-meanwhile":
    "Somebody changed the page since you opened it. Look at it again before you decide.",
  "nothing-changed":
    "Nothing differs from what the public reads, so there is nothing to publish.",
};

/** What is missing on a page; nobody is stopped by it. */
export function gapWords(gap: PageGap, contactEmail: string): string {
  const words: Record<PageGap, string> = {
    contact: `It does not say how to reach you: ${contactEmail}.`,
    controller:
      "It does not say who the data controller is, which the law asks for.",
    complaint:
      "It does not say that people can complain to the Information Commissioner’s Office, which the law asks for.",
    translation:
      "Some of it is in Welsh and some is not: the rest is shown in English on the Welsh page.",
  };
  return words[gap];
}
