import { callAddress, formAddress } from "./addresses.ts";

/*
 * The paths under which a call is seen before the public sees it.
 */

/**
 * A preview, or a place in it as the form itself has places: a page, `check`,
 * `sent`. The link says which call, until when, and is signed.
 */
export function previewAddress(
  link: string,
  place?: string,
  parameters?: URLSearchParams,
): string {
  const path = `/preview/${encodeURIComponent(link)}`;
  const whole = place === undefined ? path : `${path}/${place}`;
  const query = String(parameters ?? "");
  return query === "" ? whole : `${whole}?${query}`;
}

/** Where the team gets links to a preview. */
export function callPreviewsAddress(callSlug: string): string {
  return `/review/calls/${encodeURIComponent(callSlug)}/preview`;
}

/** Where a way of the form leads in a preview; any other way leads where it did. */
export function addressInPreview(
  address: string,
  { link, slug }: { link: string; slug: string },
): string {
  const { pathname, searchParams, hash } = new URL(address, "http://heard");
  const form = `${formAddress(slug)}/`;
  if (pathname === callAddress(slug)) return previewAddress(link);
  if (!pathname.startsWith(form)) return address;
  searchParams.delete("draft");
  return previewAddress(link, pathname.slice(form.length), searchParams) + hash;
}

/** Every way through a call as it is being changed; the first page of them unless told otherwise. */
export function callRoutesAddress(callSlug: string, page = 1): string {
  const path = `/review/calls/${encodeURIComponent(callSlug)}/edit/routes`;
  return page === 1 ? path : `${path}?page=${page}`;
}

/** A preview as a made-up person who takes one way through the call. */
export function previewAsAddress(link: string, nth: number): string {
  return previewAddress(link, undefined, new URLSearchParams({ as: `${nth}` }));
}
