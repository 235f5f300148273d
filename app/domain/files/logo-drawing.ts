/** Within what a logo is shown beside the review's name, in pixels of a page. */
export const logoRoom = { width: 220, height: 56 } as const;

/** What a logo's file may come to: before anything of it is decoded, by its own header. */
export const logoLimits = {
  maxBytes: 2_000_000,
  maxPixels: 24_000_000,
  /** Of each side; below, nobody could tell what it is. */
  minSidePixels: 24,
  /** Of what is shown of it: a thread a hundred times as long as it is high is no logo. */
  minShownPixels: 8,
} as const;

/** A picture drawn anew at the size at which it is shown, and at twice that for sharper screens; as WebP, in base64. */
export type LogoDrawing = {
  width: number;
  height: number;
  /** It is light, with nothing behind it: it is read on the colour behind the name and not on white. */
  isLight: boolean;
  single: string;
  double: string;
};

/** Why a file cannot stand as a logo. */
export type LogoFault =
  /** It is drawn by commands, which may fetch and run: it is refused whatever it holds. */
  "svg" | "other-kind" | "too-big" | "too-many-pixels" | "too-small" | "broken";

export type LogoOutcome =
  { ok: true; drawing: LogoDrawing } | { ok: false; fault: LogoFault };

export type LogoTask = { source: string; target: string };

/** @returns at which size a picture is shown; undefined where it is too small for that or too thin. */
export function shownSize(picture: { width: number; height: number }) {
  const sides = [picture.width, picture.height];
  if (Math.min(...sides) < logoLimits.minSidePixels) return undefined;
  const scale = Math.min(
    logoRoom.width / picture.width,
    logoRoom.height / picture.height,
    1,
  );
  const width = Math.round(picture.width * scale);
  const height = Math.round(picture.height * scale);
  return Math.min(width, height) < logoLimits.minShownPixels
    ? undefined
    : { width, height };
}
