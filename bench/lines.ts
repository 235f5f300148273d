export const figure = (value: number, digits = 1) =>
  value.toFixed(value < 100 ? digits : 0).padStart(9);

export function printLine(title: string, figures: string[]) {
  console.log(title.padEnd(42) + figures.join(""));
}
