type DatePart = "day" | "month" | "year";

const example = { day: "27 3 2021", month: "3 2021", year: "2021" };

const asNumber: Record<DatePart, string> = {
  day: "the day as a number from 1 to 31",
  month: "the month as a number from 1 to 12, or by its name",
  year: "the year with 4 numbers, like 2021",
};

const inOrder = (parts: string[]) =>
  parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** What to do about a date, and for which question. */
export const dateMessages = {
  missing: (label: string, parts: DatePart[]) =>
    `Enter the ${inOrder(parts)} too: ${label}`,
  notANumber: (label: string, parts: DatePart[]) =>
    `Enter ${inOrder(parts.map((part) => asNumber[part]))}: ${label}`,
  noSuchDay: (label: string, month: string, days: number) =>
    days === 0
      ? `Enter a season or a day, and not both: ${label}`
      : `Enter a day that exists, because ${month} has ${days} days: ${label}`,
  unreadable: (label: string, precision: DatePart) =>
    `Enter the date like ${example[precision]}, one part in each box: ${label}`,
  tooEarly: (label: string, limit: string | undefined) =>
    `Enter a date that is ${limit ?? "today"} or later: ${label}`,
  tooLate: (label: string, limit: string | undefined) =>
    `Enter a date that is ${limit ?? "today"} or earlier: ${label}`,
};

/** Beside the boxes, where less than a day is enough. */
export const dateHints = {
  day: undefined,
  month: "You can leave out the day if you do not know it.",
  year: "You can leave out the day, or the day and the month, if you do not know them.",
} satisfies Record<DatePart, string | undefined>;
