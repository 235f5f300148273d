/** The largest that a column for whole numbers holds in both engines; PostgreSQL refuses to be asked for a larger one. */
export const largestWholeNumber = 2_147_483_647;

/** A number as addresses and hidden fields carry it; undefined where it is none, or none that a column could hold. */
export function readWholeNumber(
  typed: string | null | undefined,
): number | undefined {
  if (!typed || !/^\d{1,10}$/.test(typed)) return undefined;
  const number = Number(typed);
  return number <= largestWholeNumber ? number : undefined;
}
