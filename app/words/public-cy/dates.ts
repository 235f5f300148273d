import type * as english from "../public-en/dates.ts";

type DatePart = "day" | "month" | "year";

const example = { day: "27 3 2021", month: "3 2021", year: "2021" };

const asNumber: Record<DatePart, string> = {
  day: "y diwrnod fel rhif o 1 i 31",
  month: "y mis fel rhif o 1 i 12, neu wrth ei enw",
  year: "y flwyddyn â 4 rhif, fel 2021",
};

const named: Record<DatePart, string> = {
  day: "y diwrnod",
  month: "y mis",
  year: "y flwyddyn",
};

/** "a" before a consonant; each of these begins with "y". */
const inOrder = (parts: string[]) =>
  parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")} a${parts.at(-1)?.replace(/^y /, "’r ")}`;

/** What to do about a date, and for which question. */
export const dateMessages: typeof english.dateMessages = {
  missing: (label, parts) =>
    `Rhowch ${inOrder(parts.map((part) => named[part]))} hefyd: ${label}`,
  notANumber: (label, parts) =>
    `Rhowch ${inOrder(parts.map((part) => asNumber[part]))}: ${label}`,
  noSuchDay: (label, month, days) =>
    days === 0
      ? `Rhowch dymor neu ddiwrnod, ac nid y ddau: ${label}`
      : `Rhowch ddiwrnod sy’n bodoli, oherwydd mae ${days} o ddyddiau ym mis ${month}: ${label}`,
  unreadable: (label, precision) =>
    `Rhowch y dyddiad fel ${example[precision]}, un rhan ym mhob blwch: ${label}`,
  tooEarly: (label, limit) =>
    limit === undefined
      ? `Rhowch ddyddiad heddiw neu ddyddiad diweddarach: ${label}`
      : `Rhowch ${limit} neu ddyddiad diweddarach: ${label}`,
  tooLate: (label, limit) =>
    limit === undefined
      ? `Rhowch ddyddiad heddiw neu ddyddiad cynharach: ${label}`
      : `Rhowch ${limit} neu ddyddiad cynharach: ${label}`,
};

/** Beside the boxes, where less than a day is enough. */
export const dateHints: typeof english.dateHints = {
  day: undefined,
  month: "Gallwch adael y diwrnod allan os nad ydych yn ei wybod.",
  year: "Gallwch adael y diwrnod, neu’r diwrnod a’r mis, allan os nad ydych yn eu gwybod.",
};
