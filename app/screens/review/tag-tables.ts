import { tagAddress } from "#app/addresses.ts";
import { codebookAddress, evidenceAddress } from "#app/codebook-addresses.ts";
import {
  type ReaderFilter,
  writeReaderFilter,
} from "#app/domain/tagging/retrieval.ts";
import { blurCount, hideCounts } from "#app/domain/tagging/small-numbers.ts";
import type {
  TableKind,
  TagPair,
  TagTable,
} from "#app/domain/tagging/tables.server.ts";
import { inNumbers, plural } from "./counted.ts";

export type ShownTable = TableKind | "pairs";

const headings: Record<ShownTable, string> = {
  speaker: "Tags by who speaks",
  question: "Tags by question",
  week: "Tags by week",
  pairs: "Two tags together",
};

/** Which table is shown, and the way to the others. */
export function describeTables(shown: ShownTable, isExact: boolean) {
  const href = (table: ShownTable, exact: boolean) =>
    codebookAddress(
      "tables",
      new URLSearchParams({ by: table, ...(exact && { exact: "yes" }) }),
    );
  const kinds = Object.keys(headings) as ShownTable[];
  return {
    heading: headings[shown],
    links: kinds.map((kind) => ({
      label: headings[kind],
      href: href(kind, isExact),
    })),
    picture:
      shown === "speaker" && !isExact
        ? codebookAddress("tables.svg")
        : undefined,
    note: isExact
      ? "These are exact counts, for the team alone. Do not print or pass them on: a small count tells of a person."
      : "Counts of 1 to 7 are hidden (*) and others are to the nearest 5, so that nobody is told apart by them. Where one alone of a tag and its parts is hidden, a second one is too, so that nobody reckons it from the rest. A column of 7 responses or fewer is hidden whole. Responses that were withdrawn are left out.",
    other: {
      label: isExact
        ? "As it may be shown to others"
        : "Exact counts, for the team",
      href: href(shown, !isExact),
    },
  };
}

/** What stands where a count is hidden. */
const hiddenText = "*";

/** One count, or what is shown in its place; with its share of the column's. */
function cellOf(shown: number | undefined, base: number | undefined) {
  if (base === undefined || shown === undefined)
    return { text: hiddenText, share: "", percent: undefined };
  const percent =
    base === 0 ? 0 : Math.min(100, Math.round((100 * shown) / base));
  const share = shown === 0 ? "" : `${percent}%`;
  return { text: inNumbers(shown), share, percent };
}

function countAlone(count: number, isExact: boolean): string {
  const shown = isExact ? count : blurCount(count);
  return cellOf(shown, shown).text;
}

/** Tags against something, in counts of responses and shares of the column. */
export function describeTagTable(
  table: TagTable,
  kind: TableKind,
  isExact: boolean,
) {
  const shown = table.columns.map(({ responses }, at) => ({
    base: isExact ? responses : blurCount(responses),
    counts: showColumn(table, at, isExact),
  }));
  const columns = table.columns.map(({ key, label, responses }) => ({
    key,
    label,
    total: countAlone(responses, isExact),
  }));
  const rows = table.rows.map(({ tagId, name, depth, counts }, place) => ({
    ...{ tagId, name, depth, href: tagAddress(tagId) },
    cells: counts.map((count, at) => {
      const { key = "" } = table.columns[at] ?? {};
      const filter = writeReaderFilter(filterOf(kind, key));
      const cell = cellOf(shown[at]?.counts[place], shown[at]?.base);
      // The line under a hidden count would tell that it is not none.
      const isLink = count > 0 && cell.text !== hiddenText;
      return {
        ...cell,
        href: isLink ? evidenceAddress(tagId, filter) : undefined,
      };
    }),
  }));
  const isEmpty = emptyRows(columns);
  const unused = rows.filter(isEmpty);
  return {
    columns,
    rows: rows.filter((row) => !isEmpty(row)),
    unused: unused.map(({ tagId, name, href }) => ({ tagId, name, href })),
    unusedLine: isExact
      ? `${plural(unused.length, "tag is", "tags are")} used nowhere here`
      : `${plural(unused.length, "tag has", "tags have")} no count that may be shown`,
  };
}

/**
 * Tells the rows that count nothing, by what is shown of them alone: of a column
 * that is hidden whole, a row that comes or goes would tell.
 */
function emptyRows(columns: { total: string }[]) {
  const isTold = columns.map(({ total }) => total !== hiddenText);
  return ({ cells }: { cells: { text: string }[] }): boolean =>
    isTold.includes(true) &&
    cells.every(({ text }, at) => !isTold[at] || text === "0");
}

function showColumn({ rows }: TagTable, at: number, isExact: boolean) {
  const column = rows.map(({ depth, counts }) => ({
    ...{ depth, count: counts[at] ?? 0 },
  }));
  return isExact ? column.map(({ count }) => count) : hideCounts(column);
}

function filterOf(kind: TableKind, key: string): Partial<ReaderFilter> {
  if (kind === "question") return { questionId: key };
  if (kind === "week") return { week: key };
  return { speaker: key.replace(/^"|"$/g, "") };
}

/** Pairs of tags, with the way to what is tagged with the one in responses that have the other. */
export function describePairs(pairs: TagPair[], isExact: boolean) {
  return pairs.map(({ one, other, responses, overlaps }) => ({
    key: `${one.tagId} ${other.tagId}`,
    one: { name: one.name, href: tagAddress(one.tagId) },
    other: { name: other.name, href: tagAddress(other.tagId) },
    responses: countAlone(responses, isExact),
    overlaps: countAlone(overlaps, isExact),
    href: evidenceAddress(
      one.tagId,
      writeReaderFilter({ withTagId: other.tagId, isOwnOnly: true }),
    ),
  }));
}
