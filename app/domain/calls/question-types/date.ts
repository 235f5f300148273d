import { z } from "zod";
import { maxTextCodeUnits } from "../../text/foreign-text.ts";
import { type Comparison, comparedValues, valuesIn } from "../conditions.ts";
import { inLanguage, type Language } from "../languages.ts";
import {
  type DateFault,
  dateParts,
  daysIn,
  readDate,
  spanOf,
} from "./date-reading.ts";
import { seasonIn, seasons } from "./date-words.ts";
import {
  type AnswerForm,
  type AnswerValue,
  commonQuestionShape,
  type DateParts,
  type ImportedAnswer,
  openAnswer,
  type QuestionType,
  type Reading,
  shortCodeUnits,
} from "./question-type.ts";
import { daysToldApart } from "./told-apart.ts";

/** A day, or the day on which the answer is given. */
const limit = z.union([z.iso.date(), z.literal("today")]);

export const dateQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("date"),
  /** How little is enough: the day can be left out, or the month too. */
  precision: z.enum(["day", "month", "year"]).default("day"),
  /** Whether "spring 2019" is an answer. */
  seasons: z.boolean().default(false),
  earliest: limit.optional(),
  latest: limit.optional(),
});

type DateQuestion = z.infer<typeof dateQuestion>;

const noParts = { day: "", month: "", year: "" };

function openDate(value: AnswerValue | undefined): DateParts | undefined {
  const opened = openAnswer(value);
  return typeof opened === "object" && !Array.isArray(opened)
    ? opened
    : undefined;
}

function readAnswer(
  question: DateQuestion,
  value: AnswerValue | undefined,
  language: Language,
): DateParts | undefined {
  const reading = readDate(openDate(value) ?? noParts, question, language);
  return reading.kind === "date" ? reading.date : undefined;
}

/** As it is kept, in words; as it was typed where it cannot be kept. */
function dateText(
  question: DateQuestion,
  value: AnswerValue | undefined,
  language: Language,
): string | undefined {
  const date = readAnswer(question, value, language);
  if (date) return writeDate(date, language);
  const typed = openDate(value) ?? noParts;
  const parts = dateParts.map((part) => typed[part].trim()).filter(Boolean);
  return parts.join(" ") || undefined;
}

function writeDate(date: DateParts, language: Language): string {
  const { day, month, year } = date;
  const season = seasons.find((one) => one === month);
  if (season) return `${seasonIn(season, language)} ${year}`;
  if (month === "") return year;
  const at = new Date(
    Date.UTC(Number(year), Number(month) - 1, Number(day) || 1),
  );
  return at.toLocaleDateString(`${language}-GB`, {
    ...(day !== "" && { day: "numeric" }),
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

const typedPart = z
  .union([z.string(), z.array(z.string()).transform((all) => all[0])])
  .optional()
  .transform((text) => text ?? "");

const dateForm: AnswerForm = {
  names: (id) => dateParts.map((part) => `${id}.${part}`),
  mostValues: 1,
  mostCodeUnits: shortCodeUnits,
  typed: z
    .object({ day: typedPart, month: typedPart, year: typedPart })
    .optional()
    .transform((date) =>
      date && dateParts.some((part) => date[part] !== "") ? date : undefined,
    ),
  write: (id, value) => {
    const date = openDate(value);
    return date ? dateParts.map((part) => [`${id}.${part}`, date[part]]) : [];
  },
};

/** A day in the map's format; where the question takes less than a day, that as people write it. */
const importedDay: ImportedAnswer<DateQuestion> = {
  needsFormat: true,
  expected: "day",
  read: (question, cell, { readDay }) => {
    const day = readDay(cell);
    if (day) return day;
    const written = readAnswer(question, { ...noParts, year: cell }, "en");
    return written?.day === "" ? written : undefined;
  },
};

function holdsOfDate(
  question: DateQuestion,
  answer: AnswerValue,
  comparison: Comparison,
): boolean {
  const date = readAnswer(question, answer, "en");
  const [compared = ""] = comparedValues(comparison);
  if (!date) return false;
  const { from, to } = spanOf(date);
  return comparison.operator === "before" ? to < compared : from > compared;
}

function faultMessage(
  { reason, parts }: DateFault,
  question: DateQuestion,
  { typed, language, messages }: Reading & { typed: DateParts },
): string {
  const label = inLanguage(question.label, language);
  const { dates } = messages;
  switch (reason) {
    case "missing":
      return dates.missing(label, parts);
    case "not-a-number":
      return dates.notANumber(label, parts);
    case "unreadable":
      return dates.unreadable(label, question.precision);
    case "no-such-day": {
      const month = { day: "", month: typed.month, year: typed.year };
      const read = readDate(
        month,
        { precision: "month", seasons: false },
        language,
      );
      const date = read.kind === "date" ? read.date : month;
      return dates.noSuchDay(label, writeDate(date, language), daysIn(date));
    }
  }
}

/** @returns what to say of a date that the question does not expect; a date of which a part is left out counts where any of its days would. */
function rangeMessage(
  date: DateParts,
  question: DateQuestion,
  { language, messages, today }: Reading,
): string | undefined {
  const label = inLanguage(question.label, language);
  const { from, to } = spanOf(date);
  const dayOf = (limit: string) => (limit === "today" ? today : limit);
  const inWords = (limit: string) => {
    if (limit === "today") return undefined;
    const [year = "", month = "", day = ""] = limit.split("-");
    return writeDate({ day, month, year }, language);
  };
  const { earliest, latest } = question;
  if (earliest && to < dayOf(earliest))
    return messages.dates.tooEarly(label, inWords(earliest));
  if (latest && from > dayOf(latest))
    return messages.dates.tooLate(label, inWords(latest));
  return undefined;
}

const part = z
  .string()
  .max(maxTextCodeUnits)
  .optional()
  .transform((text) => text ?? "");

function dateSchema(question: DateQuestion, reading: Reading) {
  const { language, messages } = reading;
  return z
    .object({ day: part, month: part, year: part })
    .optional()
    .transform((typed, context) => {
      const read = readDate(typed ?? noParts, question, language);
      const refuse = (message: string, parts: readonly string[]) => {
        for (const part of parts.length > 0 ? parts : [undefined])
          context.addIssue({
            code: "custom",
            message,
            path: part === undefined ? [] : [part],
          });
        return z.NEVER;
      };
      if (read.kind === "none") {
        if (!question.required) return undefined;
        const missing = question.missingMessage;
        const message = missing
          ? inLanguage(missing, language)
          : messages.enterDate;
        return refuse(message, []);
      }
      if (read.kind === "wrong") {
        const said = { ...reading, typed: typed ?? noParts };
        const message = faultMessage(read.fault, question, said);
        return refuse(message, read.fault.parts);
      }
      const outside = rangeMessage(read.date, question, reading);
      return outside === undefined ? read.date : refuse(outside, dateParts);
    });
}

export const date: QuestionType<DateQuestion> = {
  form: dateForm,
  schema: dateSchema,
  field: ({ precision, seasons }) => ({
    control: "date",
    precision,
    takesWords: seasons,
  }),
  checkLine: dateText,
  searchText: (question, value, language) =>
    dateText(question, value, language) ?? "",
  imported: importedDay,
  comparison: {
    operators: ["before", "after"],
    knows: (_question, value) => z.iso.date().safeParse(value).success,
    tried: (_question, comparisons) => daysToldApart(valuesIn(comparisons)),
    holds: holdsOfDate,
  },
  choiceValues: () => undefined,
  prose: "none",
  ownWords: "all",
  takesFiles: false,
  visibility: { identifyingByNature: false },
};
