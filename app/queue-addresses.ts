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

const bulkPath = "/review/bulk";

/** What was done to many responses; with a place, where such a thing is begun for the list of the parameters. */
export function bulkAddress(
  place?: "new",
  parameters = new URLSearchParams(),
): string {
  const query = parameters.toString();
  const path = place === undefined ? bulkPath : `${bulkPath}/${place}`;
  return query === "" ? path : `${path}?${query}`;
}

/** One of them: what it comes to, how far it is, what came of it; of a preview, a page of what it is about. */
export function bulkActionAddress(actionId: number, page = 1): string {
  const path = `${bulkPath}/${actionId}`;
  return page === 1 ? path : `${path}?page=${page}`;
}

/** Where a page that stays open asks for the numbers anew: by itself, so that it keeps nobody signed in. */
export const queueNumbersPath = "/review/queue/numbers";

export function queueNumbersAddress(callSlug: string | undefined): string {
  return callSlug === undefined
    ? queueNumbersPath
    : `${queueNumbersPath}?${new URLSearchParams({ call: callSlug })}`;
}
