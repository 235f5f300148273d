import { cutText } from "../../text/foreign-text.ts";
import type { CslIssued } from "../../calls/evidence-items/csl.ts";

const monthNames = [
  ...["jan", "feb", "mar", "apr", "may", "jun"],
  ...["jul", "aug", "sep", "oct", "nov", "dec"],
];

/** "2019", "2019/03/04/", "2019-03", and PubMed's "2019 Mar 4". */
const numbered = /^(\d{4})(?:[/-](\d{0,2})(?:[/-](\d{0,2}))?)?[/\s]*$/;
const named = /^(\d{4}) ([A-Za-z]{3})[a-z]{0,6}\.?(?: (\d{1,2}))?$/;

function partsOf(date: string): number[] | undefined {
  const [, year, month = "", day = ""] = numbered.exec(date) ?? [];
  if (year) return partsThatAre(Number(year), Number(month), Number(day));
  const [, ofYear, name = "", ofDay = ""] = named.exec(date) ?? [];
  const at = monthNames.indexOf(name.toLowerCase());
  return ofYear && at >= 0
    ? partsThatAre(Number(ofYear), at + 1, Number(ofDay))
    : undefined;
}

function partsThatAre(year: number, month: number, day: number): number[] {
  if (month < 1 || month > 12) return [year];
  return day < 1 || day > 31 ? [year, month] : [year, month, day];
}

/** The fullest date of the year that is believed first; where none can be read, the first as it stands. */
export function tidyDate(dates: string[]): CslIssued | undefined {
  const written = dates
    .map((date) => cutText(date, 400).replace(/\s+/g, " ").trim())
    .filter((date) => date !== "" && !/^[/\s]+$/.test(date));
  const [first] = written;
  if (first === undefined) return undefined;
  const read = written.flatMap((date) => {
    const parts = partsOf(date);
    return parts ? [parts] : [];
  });
  const year = read[0]?.[0];
  const [fullest] = read
    .filter(([other]) => other === year)
    .sort((one, other) => other.length - one.length);
  return fullest
    ? { "date-parts": [fullest] }
    : { literal: cutText(first, 200) };
}
