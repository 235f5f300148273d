import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import type { FileFault } from "./import-refusals.ts";

/** No response is this long; an opening quote without its end would take in the rest of the file. */
const maxRecordBytes = 5_000_000;

export type CsvRow = {
  /** Where the row begins in the file, from 1; line ends inside quotes count. */
  line: number;
  cells: string[];
};

/** The file cannot be read as CSV from some line on, or is not UTF-8. */
export class UnreadableFileError extends Error {
  override name = "UnreadableFileError";

  constructor(readonly fault: FileFault) {
    super(fault.reason);
  }
}

export type CsvFile = {
  rows: AsyncIterable<CsvRow>;
  /** Of the whole file; to be asked for when the rows have been read. */
  sha256: () => string;
};

/** Reads a CSV file row by row, so that a file of any length takes no more memory than a short one. */
export function openCsvFile(file: string, delimiter: string): CsvFile {
  const hash = createHash("sha256");
  return {
    rows: readCsvRows(decodeLines(file, hash), delimiter),
    sha256: () => hash.copy().digest("hex"),
  };
}

const usualOptions = {
  record_delimiter: "\n",
  bom: true,
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: maxRecordBytes,
} as const;

/**
 * The rows of a CSV whose text comes in pieces with LF only. A first line such as
 * `sep=;`, which Excel writes, says what parts the cells and is no row.
 */
export async function* readCsvRows(
  texts: AsyncIterator<string>,
  usualDelimiter: string,
): AsyncGenerator<CsvRow> {
  const {
    delimiter = usualDelimiter,
    skipped,
    rest,
  } = await readSepLine(texts).catch((error: unknown) => {
    throw faultOf(error, 0);
  });
  let lastLine = skipped;
  const parser = parse({
    // Called as it parses: what is yielded may be many rows behind.
    on_record: (record: string[], { lines }) => {
      lastLine = lines + skipped;
      return record;
    },
    delimiter,
    ...usualOptions,
  });
  const fed = pipeline(rest, parser);
  // It may fail while a row is being written, and be told of only after that.
  fed.catch(() => {});
  try {
    for await (const row of parser as AsyncIterable<ParsedRecord>) {
      const { record, info } = row;
      const line = info.lines + skipped - countLineEnds(record);
      yield { line, cells: record };
    }
    await fed;
  } catch (error) {
    throw faultOf(error, lastLine);
  } finally {
    parser.destroy();
    // Why it ended has been told above; leaving early is no fault.
    await fed.catch(() => {});
  }
}

async function readSepLine(texts: AsyncIterator<string>) {
  const first = await texts.next();
  let text = first.done ? "" : first.value;
  const found = /^\uFEFF?"?sep=([,;|\t])"?\n/i.exec(text);
  if (found) text = text.slice(found[0].length);
  async function* rest() {
    try {
      yield text;
      for (;;) {
        const next = await texts.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      // A file is closed, though nobody reads to its end.
      await texts.return?.();
    }
  }
  return { delimiter: found?.[1], skipped: found ? 1 : 0, rest: rest() };
}

type ParsedRecord = { record: string[]; info: { lines: number } };

/** csv-parse counts CR LF inside quotes as two lines, so it is given LF only (docs/decisions/021). */
async function* decodeLines(
  file: string,
  hash: { update: (bytes: Buffer) => void },
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let carried = "";
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(bytes);
    const text = carried + decoder.decode(bytes, { stream: true });
    // A CR at the end may be half of a line end.
    carried = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - carried.length).replace(/\r\n?/g, "\n");
  }
  yield (carried + decoder.decode()).replace(/\r\n?/g, "\n");
}

function countLineEnds(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
}

function faultOf(error: unknown, lastLine: number): unknown {
  if (error instanceof CsvError) {
    const isOpen =
      error.code === "CSV_QUOTE_NOT_CLOSED" ||
      error.code === "CSV_MAX_RECORD_SIZE";
    return new UnreadableFileError({
      reason: isOpen ? "quote-not-closed" : "quote-misplaced",
      line: lastLine + 1,
    });
  }
  if (error instanceof TypeError && "code" in error)
    return new UnreadableFileError({ reason: "not-utf-8" });
  return error;
}
