import type { Language } from "#app/domain/calls/languages.ts";
import { addressInPreview, previewAddress } from "#app/preview-addresses.ts";
import { formatMoment } from "#app/words/review-en/times.ts";

/* A preview is for the team and whoever they ask to look: its own words are English only. */

/** Before a title, and heard before a heading. */
export const previewMark = "Preview:";

type Shown = {
  link: string;
  call: { slug: string; definition: { title: { en: string } } };
  of: { kind: "working-copy" } | { kind: "version"; version: number };
  until: Date;
  isOwn: boolean;
};

/** What is looked at, and until when, for the band at the head of every page. */
export function describePreview({ link, call, of, until, isOwn }: Shown) {
  const title = call.definition.title.en;
  return {
    link,
    startPath: previewAddress(link),
    path: previewAddress(link, ""),
    lead: "Nothing you type here is kept or sent.",
    what:
      of.kind === "version"
        ? `This is version ${of.version} of “${title}”, as it was published.`
        : `This is “${title}” as the team has it now. It may change while you look, and the public does not see it.`,
    until: isOwn
      ? "Only the team sees it under this link, signed in."
      : `This link works until ${formatMoment(until.toISOString())}.`,
  };
}

export type PreviewBand = ReturnType<typeof describePreview>;

/** Of a link that shows nothing. */
export const refusedPreviews = {
  unknown: {
    heading: "This preview link does not work",
    advice:
      "It may have been cut off when it was copied. Ask whoever gave it to you for the whole link.",
    status: 404,
  },
  over: {
    heading: "This preview link has ended",
    advice:
      "Preview links work for a few days, or until the team ends them. Ask whoever gave it to you for a new one.",
    status: 410,
  },
  own: {
    heading: "Only the team sees this preview",
    advice:
      "Sign in to the review side first, and open the link again. If you are not on the team, ask whoever gave it to you for a link that opens for everybody.",
    status: 403,
  },
  unfinished: {
    heading: "This call cannot be previewed at the moment",
    advice:
      "The team is in the middle of changing it, and something is not finished. Try again later, or ask them.",
    status: 409,
  },
} as const;

export const previewWords = {
  heading: "Preview",
  start: "Start the preview",
  again: "Start again",
  sentHeading: "Nothing was sent",
  sentLead:
    "This was a preview. Somebody who sends their answers gets a reference number and a receipt code here, and reads:",
  equality:
    "After sending, they are asked questions about equality, which a preview does not show.",
  leftOutHeading: "A preview does not have this page",
  leftOut:
    "In the form itself, people save their answers here, come back to them or add a list of references. A preview keeps nothing, so there is nothing to save.",
  back: "Go back to the questions",
  files: "A preview takes the names of files. The files stay on your device.",
  fileFacts: "only its name came",
  sampleTitle: (number: number) => `A made-up report (${number})`,
  sampleFile: "sample.pdf",
  sample: "In a preview, “Add” puts in a made-up piece of evidence.",
  checkLead: "This is a preview: the button at the end sends nothing.",
  languages: { en: "In English", cy: "In Welsh" } satisfies Record<
    Language,
    string
  >,
} as const;

/** Keys under which a screen has an address. */
const isWay = (key: string) => key === "to" || /(?:To|Path)$/.test(key);

/** A screen of the form with its ways leading to the same places of the preview; what people answered is left as it is. */
export function inPreview<View extends object>(
  view: View,
  { link, call }: Pick<Shown, "link" | "call">,
): View {
  const lead = (address: string) =>
    addressInPreview(address, { link, slug: call.slug });
  const map = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return isWay(key) ? lead(value) : value;
    if (Array.isArray(value)) return value.map((one) => map(one, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        name === "answers" && !Array.isArray(one) ? one : map(one, name),
      ]),
    );
  };
  return map(view, "") as View;
}

type ListsFiles = { files: { facts: string }[] };

/** Of files only the names have come: nothing else is said of them. */
export function listFileNames<One extends ListsFiles>(list: One[]): One[] {
  return list.map((one) => ({
    ...one,
    files: one.files.map((file) => ({
      ...file,
      facts: previewWords.fileFacts,
    })),
  }));
}
