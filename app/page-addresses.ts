/*
 * The paths of the pages that a review writes of itself.
 */

/** Where the review's name and what else it says of itself is set. */
export const settingsAddress = "/review/settings";

/** Where the order of the first page is set. */
export const frontPageAddress = `${settingsAddress}/front-page`;

/** Where the look of the public's pages is set. */
export const lookAddress = `${settingsAddress}/look`;

/** Where the picture beside the review's name is set. */
export const logoFormAddress = `${settingsAddress}/logo`;

/** A logo's two pictures, of which a browser fetches one: what each shows follows from its address. */
export function logoSources(hash: string) {
  const at = (times: 1 | 2) => `/logos/${hash}/${times}`;
  return { src: at(1), srcSet: `${at(2)} 2x` };
}

/** A style sheet that gives the pages an accent: what it says follows from its address. */
export function accentAddress(accent: string): string {
  return `/colours/${accent.replace("#", "")}`;
}

/** A page, for everybody. */
export function ownPageAddress(slug: string): string {
  return `/${encodeURIComponent(slug)}`;
}

/** Where the team keeps them. */
export const keptPagesAddress = "/review/pages";

export const newPageAddress = `${keptPagesAddress}/new`;

/** One of them as the team keeps it, or a part of its doing. */
export function keptPageAddress(
  slug: string,
  part?: "edit" | "preview" | "publish" | "items/new",
): string {
  const path = `${keptPagesAddress}/${encodeURIComponent(slug)}`;
  return part === undefined ? path : `${path}/${part}`;
}

/** A question or a date of it, to be changed. */
export function keptItemAddress(slug: string, id: string): string {
  return `${keptPageAddress(slug)}/items/${encodeURIComponent(id)}`;
}

/** A version of it that was published. */
export function pageVersionAddress(slug: string, version: number): string {
  return `${keptPageAddress(slug)}/versions/${version}`;
}
