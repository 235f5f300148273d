/** The area of the domain that a file belongs to; undefined outside the domain. */
export function areaOf(file: string): string | undefined {
  return /^app\/domain\/([^/]+)\//.exec(file)?.[1];
}
