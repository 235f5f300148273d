import type { Csl, CslName } from "../../calls/evidence-items/csl.ts";
import { bibNames, bibTexts, isOfPeriodical } from "../reading/bib-fields.ts";
import { bibOfCsl } from "../reading/bib-types.ts";
import { extrasOf } from "../reading/extra-lines.ts";
import type { WrittenItem } from "./written-item.ts";

type Field = [name: string, value: string];

/** Items as BibTeX in UTF-8, which reads back as the same items. */
export function writeBibtex(items: WrittenItem[]): string {
  return items
    .map((item, index) => {
      const { name, subtype } = bibOfCsl(item.csl.type);
      const fields: Field[] = [
        ...namesOf(item.csl),
        ...textsOf(item.csl),
        ...datesOf(item.csl),
        ...(subtype ? [["entrysubtype", subtype] as Field] : []),
        ...extrasOf(item).map(([field, value]): Field => [
          field.toLowerCase(),
          escapeTex(value),
        ]),
      ];
      const lines = fields.map(
        ([field, value]) => `  ${field} = {${value}},\n`,
      );
      return `@${name}{item-${index + 1},\n${lines.join("")}}\n`;
    })
    .join("\n");
}

/** These are kept as they are by whoever reads BibTeX. */
const verbatim = new Set(["DOI", "URL"]);

function textsOf(csl: Csl): Field[] {
  return bibTexts.flatMap(([field, [name = ""]]) => {
    const value = csl[field];
    if (value === undefined) return [];
    if (field === "number" && isOfPeriodical(csl.type))
      return [["eid", escapeTex(value)] as Field];
    if (verbatim.has(field)) return [[name, escapeBraces(value)] as Field];
    if (field === "keyword") return [[name, keywordsOf(value)] as Field];
    return [[name, escapeTex(value)] as Field];
  });
}

/** A brace that stands alone would end the field, and the record. */
function escapeBraces(value: string): string {
  return value.replace(/[{}]/g, (brace) => (brace === "{" ? "%7B" : "%7D"));
}

/** A semicolon at the end says that a comma stands in a keyword and not between two. */
function keywordsOf(value: string): string {
  return value.includes(",") ? `${escapeTex(value)};` : escapeTex(value);
}

function namesOf(csl: Csl): Field[] {
  return bibNames.flatMap(([field, [name = ""]]) => {
    const names = csl[field];
    return names ? [[name, names.map(writeName).join(" and ")] as Field] : [];
  });
}

/** Each part in braces, so that "and", "van" and a comma in it are nothing but text. */
function writeName(name: CslName): string {
  if ("literal" in name) return `{${escapeTex(name.literal)}}`;
  const { family, given, suffix } = name;
  return [family, suffix, given]
    .flatMap((part) => (part === undefined ? [] : [`{${escapeTex(part)}}`]))
    .join(", ");
}

function datesOf({ issued }: Csl): Field[] {
  if (!issued) return [];
  if ("literal" in issued) return [["year", escapeTex(issued.literal)]];
  const [parts] = issued["date-parts"];
  const numbers = parts.map((part) => String(part).padStart(2, "0"));
  const year: Field = ["year", numbers[0] ?? ""];
  return parts.length > 1 ? [["date", numbers.join("-")], year] : [year];
}

const commands: Record<string, string> = {
  "\\": "{\\textbackslash}",
  "^": "{\\textasciicircum}",
  "~": "{\\textasciitilde}",
  "<": "{\\textless}",
  ">": "{\\textgreater}",
  "|": "{\\textbar}",
  '"': "{\\textquotedbl}",
  "`": "{\\textasciigrave}",
};

/** Signs that TeX reads as something else; two hyphens or quotes in a row would become one sign. */
function escapeTex(text: string): string {
  return text
    .replace(/[\\^~<>|"`{}#$%&_]/g, (sign) => commands[sign] ?? `\\${sign}`)
    .replace(/([-',!?])(?=[-',])/g, "$1{}");
}
