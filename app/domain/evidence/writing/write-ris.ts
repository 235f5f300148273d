import { type Csl, writeListedName } from "../../calls/evidence-items/csl.ts";
import { extrasOf } from "../reading/extra-lines.ts";
import { writtenNames, writtenTexts } from "../reading/ris-fields.ts";
import { risOfType } from "../reading/ris-types.ts";
import type { WrittenItem } from "./written-item.ts";

/** Items as a RIS list, which reads back as the same items. */
export function writeRis(items: WrittenItem[]): string {
  return items.map((item) => `${linesOf(item).join("\r\n")}\r\n`).join("\r\n");
}

function linesOf(item: WrittenItem): string[] {
  const { csl } = item;
  const line = (tag: string, value: string) => `${tag}  - ${value}`;
  return [
    line("TY", risOfType(csl.type)),
    ...writtenNames.flatMap(([field, tag]) =>
      (csl[field] ?? []).map((name) => line(tag, writeListedName(name))),
    ),
    ...writtenTexts.flatMap(([field, tag]) =>
      valuesOf(csl, field).map((value) => line(tag, value)),
    ),
    ...(csl.ISBN ? [line("SN", csl.ISBN)] : []),
    ...datesOf(csl).map(([tag, value]) => line(tag, value)),
    ...pagesOf(csl).map(([tag, value]) => line(tag, value)),
    ...extrasOf(item).map(([name, value]) =>
      line("U1", `${name}: ${inOneLine(value)}`),
    ),
    "ER  - ",
  ];
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function valuesOf(csl: Csl, field: (typeof writtenTexts)[number][0]): string[] {
  const value = csl[field];
  if (value === undefined) return [];
  return field === "keyword" ? value.split("; ") : [value];
}

function datesOf({ issued }: Csl): [tag: string, value: string][] {
  if (!issued) return [];
  if ("literal" in issued) return [["PY", issued.literal]];
  const [parts] = issued["date-parts"];
  const numbers = parts.map((part) => String(part).padStart(2, "0"));
  const year = numbers[0] ?? "";
  return parts.length > 1
    ? [
        ["PY", year],
        ["DA", numbers.join("/")],
      ]
    : [["PY", year]];
}

function pagesOf({ page }: Csl): [tag: string, value: string][] {
  if (page === undefined) return [];
  const [, first, last] = /^([^-\s]+)-([^-\s]+)$/.exec(page) ?? [];
  return first && last && first !== last
    ? [
        ["SP", first],
        ["EP", last],
      ]
    : [["SP", page]];
}
