const rules = new Intl.PluralRules("cy");
const format = new Intl.NumberFormat("en-GB");

/** A noun after a number: it stays in the singular, and some numbers change how it begins. */
type Noun = {
  noun: string;
  /** After 2: soft mutation. */
  two?: string;
  /** After 3, and after 6: aspirate mutation. */
  few?: string;
  many?: string;
};

/** "4 cwestiwn", and "2 gwestiwn", "3 chwestiwn", "6 chwestiwn": the number decides how the noun begins. */
export function counted(count: number, { noun, two, few, many }: Noun): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string | undefined>> = {
    two,
    few,
    many: many ?? few,
  };
  return `${format.format(count)} ${forms[rules.select(count)] ?? noun}`;
}

/** Figures as they stand in a Welsh text: 1,000. */
export const inFigures = (count: number): string => format.format(count);

export const minute: Noun = { noun: "munud", two: "funud" };
export const day: Noun = { noun: "diwrnod", two: "ddiwrnod" };
export const question: Noun = {
  noun: "cwestiwn",
  two: "gwestiwn",
  few: "chwestiwn",
};
export const record: Noun = { noun: "cofnod", two: "gofnod", few: "chofnod" };
export const receipt: Noun = { noun: "derbynneb", two: "dderbynneb" };
export const item: Noun = { noun: "eitem" };
export const answer: Noun = { noun: "ateb" };
export const character: Noun = { noun: "nod" };
export const hour: Noun = { noun: "awr" };
