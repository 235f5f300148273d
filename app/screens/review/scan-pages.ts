import { maxDrawnPages, type NoPages } from "#app/domain/files/page-drawing.ts";
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
  "too-much": "Its pages take too long to draw, so they are not shown here",
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

const pictureAddresses = { copy: fileCopyAddress, original: fileAddress };

/** A scan beside what was keyed in from it: pictures where there are any, and always the way to its file. */
export function describeScan(scan: Scan) {
  const { publicId, name, picture, isWithheld } = scan;
  if (isWithheld)
    return { name: withheldFile, href: undefined, pictures: [], note: "" };
  const href = fileAddress(publicId);
  if (!picture) return { name, href, ...describePages(scan) };
  const src = pictureAddresses[picture](publicId);
  const photo = { src, alt: name, page: "" };
  return { name, href, pictures: [photo], note: "" };
}

function describePages({ publicId, name, pages }: Scan) {
  if (!pages) return { pictures: [], note: "" };
  if (!pages.ok) return { pictures: [], note: `${whyNot(pages.reason)}.` };
  const { pageCount } = pages;
  const drawn = Math.min(pageCount, maxDrawnPages);
  const pictures = Array.from({ length: drawn }, (_, index) => {
    const page = `Page ${index + 1} of ${pageCount}`;
    const src = filePageAddress(publicId, index + 1);
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
