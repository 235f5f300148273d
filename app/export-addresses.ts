/** What was taken out of the portal as files, and how far it is. */
export const exportsAddress = "/review/exports";

/** Where a file is asked for; a call and a search may be named already. */
export function newExportAddress(asked: { call?: string; q?: string } = {}) {
  const query = new URLSearchParams(
    Object.entries(asked).filter(([, value]) => value !== ""),
  ).toString();
  return query === ""
    ? `${exportsAddress}/new`
    : `${exportsAddress}/new?${query}`;
}

/** Where an export is fetched or cancelled. */
export function exportFormAddress(
  exportId: number,
  form: "file" | "cancel",
): string {
  return `${exportsAddress}/${exportId}/${form}`;
}
