import { z } from "zod";
import { type DateRule, readDate } from "../question-types/date-reading.ts";
import { readComparedNumber } from "../question-types/whole-number.ts";
import { type EditProblem, line, seen } from "./forms.ts";
import { type Ask, asks, type ChosenPart } from "./rule-parts.ts";
import { joins, type LevelPath } from "./rule-tree.ts";

const because = (problem: EditProblem) => problem;
const id = z.string().max(40).optional();

/** The way to a level: "" for the top, "1.0" for the first part of the second. */
const path = z
  .string()
  .regex(/^(\d{1,2}(\.\d{1,2}){0,7})?$/)
  .default("")
  .transform(toPath);

const place = z
  .string()
  .regex(/^\d{0,2}$/)
  .default("")
  .transform((typed) => (typed === "" ? undefined : Number(typed)));

/** The way to a level as an address or a form has it; the top where it is none. */
export function toPath(written: string): LevelPath {
  return /^\d{1,2}(\.\d{1,2}){0,7}$/.test(written)
    ? written.split(".").map(Number)
    : [];
}

/** The same as it is written. */
export function writePath(levels: LevelPath): string {
  return levels.join(".");
}

const comparedWithDays: readonly Ask[] = [
  "before",
  "not-before",
  "after",
  "not-after",
];
const comparedWithNumber: readonly Ask[] = [
  "under",
  "at-least",
  "at-most",
  "over",
];
const comparedWithNothing: readonly Ask[] = [
  "answered",
  "not-answered",
  "holds",
  "does-not-hold",
];

/** With what an answer is compared: a day, one number or two, options of the question, or nothing. */
export function comparedWith(
  ask: Ask,
  { isOfNumber }: { isOfNumber: boolean },
): "day" | "number" | "numbers" | "options" | "option" | "nothing" {
  if (comparedWithDays.includes(ask)) return "day";
  if (comparedWithNothing.includes(ask)) return "nothing";
  if (ask === "between") return "numbers";
  if (isOfNumber || comparedWithNumber.includes(ask)) return "number";
  return ask === "is-one-of" || ask === "is-none-of" ? "options" : "option";
}

/** A part of a rule, chosen step by step. */
export const rulePartSchema = z
  .object({
    question: id,
    rule: id,
    ask: z.enum(asks),
    value: z.array(z.string().max(60)).max(60).default([]),
    day: line,
    /** Of what it is an answer: a number is typed, an option chosen. */
    kind: z.literal("number").optional(),
    number: line,
    to: line,
    in: path,
    nth: place,
    page: id,
    /** Of a rule that is made for no page there is no text to compare with. */
    seen: seen.default(""),
  })
  .transform((typed, context): TypedPart => {
    const { question, rule, ask, nth, page } = typed;
    const values = valuesOf(typed);
    if (!Array.isArray(values))
      for (const [field, message] of Object.entries(values))
        context.addIssue({ code: "custom", path: [field], message });
    return {
      part: {
        of: rule === undefined ? { question: question ?? "" } : { rule },
        ...{ ask, values: Array.isArray(values) ? values : [] },
      },
      ...{ path: typed.in, nth, pageId: page, seen: typed.seen },
    };
  });

export type TypedPart = {
  part: ChosenPart;
  path: LevelPath;
  nth: number | undefined;
  pageId: string | undefined;
  seen: string;
};

type Faults = Partial<Record<"value" | "day" | "number" | "to", EditProblem>>;

type TypedValues = {
  ask: Ask;
  value: string[];
  day: string;
  kind?: "number" | undefined;
  number: string;
  to: string;
};

/** What is compared with, or what is the matter with the field it was typed in. */
function valuesOf({ ask, value, day, number, to, ...of }: TypedValues) {
  const kind = comparedWith(ask, { isOfNumber: of.kind === "number" });
  switch (kind) {
    case "nothing":
      return [];
    case "day":
      return readBoundary(day, ask) ?? { day: because("day-unreadable") };
    case "number":
    case "numbers":
      return numbersOf(kind === "number" ? { number } : { number, to });
    case "option":
    case "options":
      if (value.length === 0) return { value: because("value-missing") };
      return kind === "option" ? value.slice(0, 1) : value;
  }
}

function numbersOf(typed: { number: string; to?: string }): string[] | Faults {
  const faults: Faults = {};
  const numbers = Object.entries(typed).map(([field, text]) => {
    const number = readComparedNumber(text);
    if (number === undefined)
      faults[field as keyof typeof typed] = because("number-missing");
    return number ?? 0;
  });
  const [from = 0, to = from] = numbers;
  if (Object.keys(faults).length > 0) return faults;
  return from > to ? { to: because("numbers-backwards") } : numbers.map(String);
}

const anyDate: DateRule = { precision: "year", seasons: false };

/**
 * The day that a month or a year stands for: its first where something lies
 * before it, its last where it lies after.
 */
function readBoundary(typed: string, ask: Ask): string[] | undefined {
  const read = readDate({ day: typed, month: "", year: "" }, anyDate, "en");
  if (read.kind !== "date") return undefined;
  const isAfter = ask === "after" || ask === "not-after";
  const { year, month, day } = read.date;
  const inMonth = Number(month || (isAfter ? 12 : 1));
  const lastDay = new Date(Date.UTC(Number(year), inMonth, 0)).getUTCDate();
  const onDay = day || String(isAfter ? lastDay : 1);
  const iso = `${year}-${String(inMonth).padStart(2, "0")}-${onDay.padStart(2, "0")}`;
  return z.iso.date().safeParse(iso).success ? [iso] : undefined;
}

/** A rule's name, how the parts of a level are joined, or a part that is taken away. */
export const ruleFormSchema = z.object({
  name: line.refine((typed) => typed.length <= 200, because("line-too-long")),
  join: z.enum(joins).optional(),
  in: path,
  /** Of the part that its button takes away. */
  remove: place,
  seen,
});

/** The pages that somebody was told of before a rule is removed. */
export const removeRuleSchema = z.object({
  page: z.array(z.string().max(40)).max(60).default([]),
  seen,
});
