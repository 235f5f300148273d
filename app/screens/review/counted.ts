const number = new Intl.NumberFormat("en-GB");

/** A count as it is read: 1,201. */
export function inNumbers(count: number): string {
  return number.format(count);
}

/** A count with what is counted. */
export function plural(count: number, one: string, many: string): string {
  return `${inNumbers(count)} ${count === 1 ? one : many}`;
}
