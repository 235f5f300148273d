/** What is asked of a PDF; without a page nothing is drawn, and its pages are counted alone. */
export type PagesTask = {
  path: string;
  /** From 1 on. */
  page: number | undefined;
};

/** Red, green, blue and how much it covers, a byte each, row by row. */
type Pixels = { width: number; height: number; data: Uint8Array };

export type PagesAnswer =
  | { ok: true; pageCount: number; drawn: Pixels | undefined }
  | { ok: false; reason: Exclude<NoPages, "busy"> };

/**
 * Why there is no picture of a page. `locked`: it takes a password. `too-much`:
 * it took too long, or too much memory. `busy`: whoever asks has asked for much
 * of late, or all do; later it may be drawn.
 */
export type NoPages = "locked" | "unreadable" | "too-much" | "busy";

/** Beyond it the file itself is to be read: a letter that is keyed in is shorter. */
export const maxDrawnPages = 20;

/** More than any file that is taken. */
export const maxDrawnBytes = 100_000_000;

/** A page of A4 is read well at this width; the largest a PDF may have is 200 inches. */
const maxPageWidth = 1_400;
const maxPageHeight = 4_000;
const maxPagePixels = 4_000_000;
/** What is smaller than a stamp stays small: a point is a seventy-second of an inch. */
const maxPixelsForPoint = 4;

/**
 * How large a page is drawn, in pixels: within all bounds, in its own shape.
 *
 * @param page in points.
 * @returns undefined where the page says no size.
 */
export function fitPage(page: {
  width: number;
  height: number;
}): { width: number; height: number } | undefined {
  const { width, height } = page;
  const hasSize = width > 0 && height > 0 && Number.isFinite(width * height);
  if (!hasSize) return undefined;
  const scale = Math.min(
    maxPixelsForPoint,
    maxPageWidth / width,
    maxPageHeight / height,
    Math.sqrt(maxPagePixels / (width * height)),
  );
  const pixelsOf = (points: number) => Math.max(1, Math.floor(points * scale));
  return { width: pixelsOf(width), height: pixelsOf(height) };
}
