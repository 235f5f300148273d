import { expect, test } from "vitest";
import { openCsvFile } from "#app/domain/imports/csv-file.server.ts";
import { writeCsv } from "#tests/given/imports.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

const kilobyte = 1_000;

/** Files of about so many bytes, honest and hostile. */
const files: Record<string, (bytes: number) => string> = {
  "lines of negative numbers": (bytes) => "-12.5,-3,-1.5\n".repeat(bytes / 14),
  "one long cell": (bytes) => `a,b\n1,"${"word ".repeat(bytes / 5)}"\n`,
  "one cell of line ends": (bytes) => `a,b\n1,"${"\n".repeat(bytes)}"\n`,
  "one cell of doubled quotes": (bytes) =>
    `a,b\n1,"${'""'.repeat(bytes / 2)}"\n`,
  "one row of many columns": (bytes) => `${"a,".repeat(bytes / 2)}b\n`,
  "empty lines": (bytes) => `a,b\n${"\n".repeat(bytes)}1,2\n`,
  "carriage returns alone": (bytes) => `a,b\r${"1,2\r".repeat(bytes / 4)}`,
  "a quote that never closes": (bytes) =>
    `a,b\n1,"${"word\n".repeat(bytes / 5)}`,
  "quotes in places where none are": (bytes) =>
    `a,b\n${'1,x"y\n'.repeat(bytes / 6)}`,
};

test.each(Object.entries(files))(
  "a file of %s is read in a line",
  async (_name, make) => {
    const written = new Map<number, string>();
    const growth = await measureGrowth(async (size) => {
      const file = written.get(size) ?? writeCsv(make(size));
      written.set(size, file);
      let cells = 0;
      try {
        for await (const row of openCsvFile(file, ",").rows)
          cells += row.cells.length;
      } catch {
        return -1;
      }
      return cells;
    }, 100 * kilobyte);
    expect(isLinearGrowth(growth)).toBe(true);
  },
  120_000,
);
