/*
 * Every path that a screen links to, built once. Nothing here knows what stands
 * at an address or who may open it.
 */

/** The queue, under the parameters of a filter. */
export function queueAddress(parameters = new URLSearchParams()): string {
  return withQuery("/review/queue", parameters);
}

/** A response's page, at one of its places. */
export function responseAddress(
  reference: string,
  parameters = new URLSearchParams(),
  place?: string,
): string {
  const path = `/review/responses/${encodeURIComponent(reference)}`;
  return withQuery(path, parameters) + (place ? `#${place}` : "");
}

/** Where one of the forms on a response's page is sent. */
export function responseFormAddress(
  reference: string,
  form: "tags" | "passages",
): string {
  return `${responseAddress(reference)}/${form}`;
}

/** The bytes of a file. */
export function fileAddress(publicId: string): string {
  return `/review/files/${encodeURIComponent(publicId)}`;
}

function withQuery(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query === "" ? path : `${path}?${query}`;
}
