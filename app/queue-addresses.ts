const viewsPath = "/review/views";

/** The views there are, and what is made of one. */
export function viewsAddress(
  place?: "new",
  parameters = new URLSearchParams(),
): string {
  const query = parameters.toString();
  const path = place === undefined ? viewsPath : `${viewsPath}/${place}`;
  return query === "" ? path : `${path}?${query}`;
}

export function viewAddress(viewId: number, place?: "delete"): string {
  const path = `${viewsPath}/${viewId}`;
  return place === undefined ? path : `${path}/${place}`;
}
