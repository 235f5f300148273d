import { z } from "zod";
import { maxTextCodeUnits } from "../../text/foreign-text.ts";
import { inLanguage, type Language } from "../languages.ts";
import {
  type AnswerForm,
  type AnswerValue,
  commonQuestionShape,
  type DateParts,
  type ImportedAnswer,
  openAnswer,
  type QuestionType,
  shortCodeUnits,
} from "./question-type.ts";

export const dateQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("date"),
});

const part = z
  .string()
  .max(maxTextCodeUnits)
  .optional()
  .transform((text) => text ?? "");

const monthsOf = (language: Language) =>
  Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2021, month))
      .toLocaleDateString(`${language}-GB`, { month: "long", timeZone: "UTC" })
      .toLowerCase(),
  );

const shortestMonthName = 3;

/** People write months as they read them: "March", "Mar" or "Sept." is as good as its number. */
function monthNumber(typed: string, language: Language): string {
  const name = typed.toLowerCase().replace(/\.$/, "");
  if (name.length < shortestMonthName) return typed;
  const names = [...monthsOf(language), ...monthsOf("en")];
  const month = names.findIndex((one) => one.startsWith(name));
  return month < 0 ? typed : String((month % 12) + 1);
}

function tidyDate(date: DateParts, language: Language): DateParts {
  return {
    day: date.day.trim(),
    month: monthNumber(date.month.trim(), language),
    year: date.year.trim(),
  };
}

function isRealDate({ day, month, year }: DateParts): boolean {
  if (
    !/^\d{1,2}$/.test(day) ||
    !/^\d{1,2}$/.test(month) ||
    !/^\d{4}$/.test(year)
  )
    return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return (
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day) &&
    Number(year) > 0
  );
}

function openDate(value: AnswerValue | undefined): DateParts | undefined {
  const opened = openAnswer(value);
  return typeof opened === "object" && !Array.isArray(opened)
    ? opened
    : undefined;
}

function dateText(
  value: AnswerValue | undefined,
  language: Language,
): string | undefined {
  const date = openDate(value);
  if (!date) return undefined;
  const { day, month, year } = tidyDate(date, language);
  if (!isRealDate({ day, month, year }))
    return [day, month, year].filter(Boolean).join(" ") || undefined;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.toLocaleDateString(`${language}-GB`, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

const parts = ["day", "month", "year"] as const;

const typedPart = z
  .union([z.string(), z.array(z.string()).transform((all) => all[0])])
  .optional()
  .transform((text) => text ?? "");

const dateForm: AnswerForm = {
  names: (id) => parts.map((part) => `${id}.${part}`),
  mostValues: 1,
  mostCodeUnits: shortCodeUnits,
  typed: z
    .object({ day: typedPart, month: typedPart, year: typedPart })
    .optional()
    .transform((date) =>
      date && parts.some((part) => date[part] !== "") ? date : undefined,
    ),
  write: (id, value) => {
    const date = openDate(value);
    return date ? parts.map((part) => [`${id}.${part}`, date[part]]) : [];
  },
};

const importedDay: ImportedAnswer<unknown> = {
  needsFormat: true,
  expected: "day",
  read: (_question, cell, { readDay }) => readDay(cell),
};

export const date: QuestionType<z.infer<typeof dateQuestion>> = {
  form: dateForm,
  schema: (question, { language, messages }) =>
    z
      .object({ day: part, month: part, year: part })
      .optional()
      .transform((date) =>
        tidyDate(date ?? { day: "", month: "", year: "" }, language),
      )
      .superRefine((parts, context) => {
        const isEmpty =
          parts.day === "" && parts.month === "" && parts.year === "";
        if (isEmpty && question.required) {
          const missing = question.missingMessage;
          const message = missing
            ? inLanguage(missing, language)
            : messages.enterDate;
          context.addIssue({ code: "custom", message });
        } else if (!isEmpty && !isRealDate(parts)) {
          context.addIssue({ code: "custom", message: messages.notRealDate });
        }
      })
      .transform((parts) => (parts.day === "" ? undefined : parts)),
  field: () => ({ control: "date" }),
  checkLine: (_question, value, language) => dateText(value, language),
  searchText: (_question, value, language) => dateText(value, language) ?? "",
  imported: importedDay,
  prose: "none",
  takesFiles: false,
  visibility: { identifyingByNature: false },
};
