/** Where tables are uploaded, and those that were stand listed. */
export const importsAddress = "/review/imports";

type ImportPlace = "columns" | "refusals.csv" | "undo";

/** A table that was uploaded, or what is done with it. */
export function importAddress(importFileId: number, place?: ImportPlace) {
  const path = `${importsAddress}/${importFileId}`;
  return place ? `${path}/${place}` : path;
}
