import { maxDrawnPages, type NoPages } from "#app/domain/files/page-drawing.ts";
import { heldPageAddress } from "#app/entry-addresses.ts";
import {
  fileAddress,
  fileCopyAddress,
  filePageAddress,
} from "#app/file-addresses.ts";
import { withheldFile } from "./withheld-file.ts";

/** Why no page of a PDF is shown, to whom its file is shown. */
export const whyNoPages: Record<NoPages, string> = {
  locked: "It is locked with a password, so its pages cannot be shown here",
  unreadable: "It is damaged, so its pages cannot be shown here",
  "too-much": "Its pages took too long to draw, so they are not shown here",
  busy: "Too many pages are being drawn at the moment. Open this again in a few minutes",
};

type Pages = { ok: true; pageCount: number } | { ok: false; reason: string };

type Scan = {
  publicId: string;
  name: string;
  isWithheld: boolean;
  picture: "copy" | "original" | undefined;
  pages: Pages | undefined;
};

type Pictures = {
  pictures: { src: string; alt: string; page: string }[];
  note: string;
};

const pictureAddresses = { copy: fileCopyAddress, original: fileAddress };

/** A scan beside what was keyed in from it: pictures where there are any, and always the way to its file. */
export function describeScan(scan: Scan) {
  const { publicId, name, picture, isWithheld } = scan;
  if (isWithheld)
    return { name: withheldFile, href: undefined, pictures: [], note: "" };
  const href = fileAddress(publicId);
  if (!picture) {
    const addressOf = (page: number) => filePageAddress(publicId, page);
    return { name, href, ...describePages(scan, addressOf) };
  }
  const src = pictureAddresses[picture](publicId);
  const photo = { src, alt: name, page: "" };
  return { name, href, pictures: [photo], note: "" };
}

type Held = Pick<Scan, "name" | "pages"> & { key: string };

/** A scan that waits since its form came back, beside the form; its file is nowhere to be opened yet. */
export function describeHeldScan(held: Held) {
  const { key, name } = held;
  const addressOf = (page: number) => heldPageAddress(key, page);
  return { name, href: undefined, ...describePages(held, addressOf) };
}

function describePages(
  { name, pages }: Pick<Scan, "name" | "pages">,
  addressOf: (page: number) => string,
): Pictures {
  if (!pages) return { pictures: [], note: "" };
  if (!pages.ok) return { pictures: [], note: `${whyNot(pages.reason)}.` };
  const { pageCount } = pages;
  const drawn = Math.min(pageCount, maxDrawnPages);
  const pictures = Array.from({ length: drawn }, (_, index) => {
    const page = `Page ${index + 1} of ${pageCount}`;
    const src = addressOf(index + 1);
    return { src, alt: `${page} of ${name}`, page };
  });
  const note =
    pageCount > drawn
      ? `The first ${drawn} of its ${pageCount} pages are shown. Open the file for the rest.`
      : "";
  return { pictures, note };
}

function whyNot(reason: string): string {
  if (Object.hasOwn(whyNoPages, reason)) return whyNoPages[reason as NoPages];
  return reason === "infected"
    ? "It cannot be opened: the virus scan found something harmful in it"
    : "Its pages cannot be shown here. Its link says why";
}
