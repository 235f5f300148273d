import type { Archive } from "../../formats/archive.server.ts";
import { type RewriteRules, rewriteXml } from "../../formats/xml-rewrite.ts";
import type { CleanedParts } from "../copying.ts";
import { cleanPicture } from "./clean-picture.server.ts";
import { asksOnly, rulesForDrawing } from "./drawing-rules.ts";
import type { HiddenCells } from "./hidden-cells.ts";
import {
  mainPartOf,
  type Relationship,
  relationshipsOf,
  textOfPart,
  withDirectories,
} from "./relationships.server.ts";
import { type HidingFormats, SheetRules } from "./sheet-rules.ts";
import {
  hidingFormats,
  rulesForFormats,
  rulesForStrings,
  rulesForWorkbook,
  shownSheets,
} from "./workbook-rules.ts";

/** What is never written, and may be as large as all the rest. */
const leftOut =
  /^xl\/(?:pivot(?:Cache|Tables)|revisions|externalLinks|model|customData|threadedComments|persons|queryTables|tables|ctrlProps|activeX|embeddings|printerSettings)\/|^xl\/(?:calcChain|connections|comments\d*)\.xml$/;
/** Pictures in cells, and charts of a kind that nothing here reads. */
const notRead = /^xl\/(?:richData\/richValueRel|charts\/chartEx)/;

/** The parts of a spreadsheet that make its pages are among these. */
export const spreadsheetParts = (name: string) =>
  name === "[Content_Types].xml" ||
  /(?:^|\/)_rels\/[^/]*\.rels$|\/media\/[^/]+$/.test(name) ||
  (name.endsWith(".xml") &&
    !leftOut.test(name) &&
    !/^(?:docProps|customXml)\//.test(name));

type PartKind =
  "sheet" | "drawing" | "chart" | "picture" | "theme" | "formats" | "strings";

/** The kinds of what is written, by the end of the relationship that leads there; nothing leads to a part of another. */
const kinds: Record<string, PartKind> = {
  worksheet: "sheet",
  chartsheet: "sheet",
  drawing: "drawing",
  chart: "chart",
  image: "picture",
  theme: "theme",
  themeOverride: "theme",
  styles: "formats",
  sharedStrings: "strings",
};

const kindOf = ({ type }: Relationship): PartKind | undefined => {
  const end = type.slice(type.lastIndexOf("/") + 1);
  return Object.hasOwn(kinds, end) ? kinds[end] : undefined;
};

/** These are there for the whole, and nobody names them. */
const unnamed: readonly (PartKind | undefined)[] = [
  ...(["theme", "formats"] as const),
];

/** Something inside cannot be cleaned. */
class NotClean extends Error {}

type Workbook = {
  parts: Archive["parts"];
  sheets: ReadonlySet<string>;
  hiding: HidingFormats;
  strings: Set<number>;
  kept: Map<string, Buffer>;
  staying: Map<string, Relationship[]>;
};

/**
 * Writes a spreadsheet's pages anew: what its cells show, and not how it came
 * about; without hidden sheets, rows and columns, remarks, properties, data
 * and other documents inside.
 *
 * @returns undefined where something inside cannot be cleaned.
 */
export async function cleanXlsx({
  parts,
  names,
}: Archive): Promise<CleanedParts | undefined> {
  try {
    const main = mainPartOf(parts);
    if (!main || !parts.has(main.path)) throw new NotClean();
    if ([...names].some((name) => notRead.test(name))) throw new NotClean();
    const { kept, staying } = await keepWorkbook(parts, main.path);
    const stayingOf = (name: string) => staying.get(name) ?? [];
    return withDirectories(kept, parts, { main, stayingOf });
  } catch (error) {
    if (error instanceof NotClean) return undefined;
    throw error;
  }
}

async function keepWorkbook(parts: Archive["parts"], main: string) {
  const text = textOfPart(parts, main);
  const ids = new Set<string>();
  const links = relationshipsOf(parts, main);
  const partOf = (kind: PartKind) =>
    links.find((one) => kindOf(one) === kind && parts.has(one.path));
  const [formats, strings] = [partOf("formats"), partOf("strings")];
  const book: Workbook = {
    ...{ parts, sheets: shownSheets(text), strings: new Set() },
    hiding: hidingFormats(textOfPart(parts, formats?.path ?? "")),
    ...{ kept: new Map(), staying: new Map() },
  };
  if (book.sheets.size === 0) throw new NotClean();
  keepText(book, main, rulesForWorkbook(ids));
  await keepWhatItLeadsTo(book, main, { ids, hidden: undefined });
  if (!strings) return book;
  keepText(book, strings.path, rulesForStrings(book.strings));
  book.staying.get(main)?.push(strings);
  return book;
}

function keepText(
  { parts, kept }: Workbook,
  name: string,
  rules: RewriteRules,
) {
  const written = rewriteXml(textOfPart(parts, name), rules);
  kept.set(name, Buffer.from(written));
}

type Leading = { ids: Set<string>; hidden: HiddenCells | undefined };

/** Whatever a part names by an id is written as well, or there is no copy: nothing leads nowhere. */
async function keepWhatItLeadsTo(
  book: Workbook,
  name: string,
  { ids, hidden }: Leading,
) {
  const links = relationshipsOf(book.parts, name).filter(
    (one) =>
      ids.has(one.id) || (!one.isExternal && unnamed.includes(kindOf(one))),
  );
  if ([...ids].some((id) => !links.some((one) => one.id === id)))
    throw new NotClean();
  book.staying.set(name, links);
  for (const link of links)
    if (!link.isExternal) await keepPart(book, link, hidden);
    else if (!/\/(?:hyperlink|image)$/.test(link.type)) throw new NotClean();
}

async function keepPart(
  book: Workbook,
  link: Relationship,
  hidden: HiddenCells | undefined,
) {
  const { parts, kept } = book;
  const { path: name } = link;
  const kind = kindOf(link);
  if (kept.has(name)) return;
  if (!kind || !parts.has(name)) throw new NotClean();
  if (kind === "formats") keepText(book, name, rulesForFormats());
  else if (kind === "picture") {
    const cleaned = await cleanPicture(name, parts.get(name));
    if (!cleaned) throw new NotClean();
    kept.set(name, cleaned);
  } else if (kind === "sheet") await keepSheet(book, name);
  else await keepDrawing(book, name, kind === "drawing" ? hidden : undefined);
}

async function keepSheet(book: Workbook, name: string) {
  const sheet = new SheetRules(textOfPart(book.parts, name), book.hiding);
  keepText(book, name, sheet);
  if (sheet.hasUnknownValue) throw new NotClean();
  for (const string of sheet.strings) book.strings.add(string);
  await keepWhatItLeadsTo(book, name, sheet);
}

async function keepDrawing(
  book: Workbook,
  name: string,
  hidden: HiddenCells | undefined,
) {
  const ids = new Set<string>();
  const onReference = (reference: string) => {
    if (!asksOnly(reference, book.sheets)) throw new NotClean();
  };
  const text = textOfPart(book.parts, name);
  keepText(book, name, rulesForDrawing(text, { ids, hidden, onReference }));
  await keepWhatItLeadsTo(book, name, { ids, hidden: undefined });
}
