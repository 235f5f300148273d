import { logoLimits } from "#app/domain/files/logo-drawing.ts";
import type { DrawnLogo, LogoProblem } from "#app/domain/portal/logo.ts";
import type { PortalSettings } from "#app/domain/portal/settings.ts";
import { logoSources } from "#app/page-addresses.ts";

const megabytes = logoLimits.maxBytes / 1_000_000;
const megapixels = logoLimits.maxPixels / 1_000_000;

/** What is said beside the field. */
export const logoProblems: Record<LogoProblem, string> = {
  "none-chosen": "Choose a PNG or JPEG file",
  gone: "That picture is not kept any more. Choose the file again",
  svg: "An SVG can hold scripts and fetch things from elsewhere, so none is taken. Save it as a PNG, some 500 pixels wide, and choose that",
  "other-kind": "Choose a PNG or a JPEG: this file is neither",
  "too-big": `The file must be ${megabytes} MB or smaller. Save it some 500 pixels wide`,
  "too-many-pixels": `The picture must have ${megapixels} million pixels or fewer. Save it some 500 pixels wide`,
  "too-small": `The picture is too small or too thin: each side needs ${logoLimits.minSidePixels} pixels or more. Save it some 500 pixels wide`,
  broken: "This file cannot be drawn: it may be damaged. Save it anew as a PNG",
  "alt-missing":
    "Enter what the logo says, for people who cannot see it, such as “Department for Education”",
  "alt-too-long": "What the logo says must be 150 characters or less",
};

const ground = (isLight: boolean) =>
  isLight
    ? "It is light and see-through, so it stands on the colour behind the name."
    : "Where it is see-through, it stands on white.";

/** A logo as it stands, or stood, with its words. */
export function describeShownLogo({
  hash,
  alt,
  ...shown
}: NonNullable<PortalSettings["logo"]>) {
  return {
    ...{ hash, picture: { ...logoSources(hash), ...shown, alt: alt.en } },
    about: ground(shown.isLight),
    ...{ alt: alt.en, altCy: alt.cy ?? "" },
  };
}

/** One that was just drawn: its words stand in the boxes beside it. */
export function describeTriedLogo(logo: DrawnLogo) {
  return describeShownLogo({ ...logo, alt: { en: "" } });
}
