/*
 * Of all the answers that a question can have, those that rules can tell apart:
 * what is tried to find out whether a rule can hold.
 */

/** The values of choices that rules name, and one that they do not. */
export function choicesToldApart(
  choices: { value: string }[],
  named: string[],
): string[] {
  const values = choices.map(({ value }) => value);
  const other = values.find((value) => !named.includes(value));
  return [
    ...values.filter((value) => named.includes(value)),
    ...(other === undefined ? [] : [other]),
  ];
}

/** More values than this have more sets than are tried. */
const mostOfSets = 13;

/** Every set of some of these values, but for the one of none. */
export function setsOf(values: string[]): string[][] {
  let sets: string[][] = [[]];
  for (const value of values.slice(0, mostOfSets))
    sets = [...sets, ...sets.map((set) => [...set, value])];
  return sets.slice(1);
}

/** Each day that rules name, with the day before and the day after it, as a date is answered. */
export function daysToldApart(named: string[]) {
  const days = named.flatMap((value) =>
    [-1, 0, 1].map((offset) => {
      const at = Date.parse(`${value}T12:00:00Z`) + offset * 86_400_000;
      return new Date(at).toISOString().slice(0, 10);
    }),
  );
  const some = days.length > 0 ? days : ["2020-01-01"];
  return [...new Set(some)].map((date) => {
    const [year = "", month = "", day = ""] = date.split("-");
    return { day, month, year };
  });
}
