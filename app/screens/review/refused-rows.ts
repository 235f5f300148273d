import type { RefusedCells } from "#app/domain/imports/refused-rows.server.ts";
import { csvStart, writeCsvRow } from "#app/domain/text/csv.ts";
import { describeRowRefusal } from "./import-refusals.ts";

/** What the last column is called. */
export const reasonHeading = "Why it was refused";

/** Refused rows as they came, to be corrected and uploaded again. */
export async function* writeRefusals(
  headings: string[],
  rows: AsyncIterable<RefusedCells>,
  labels: ReadonlyMap<string, string>,
): AsyncGenerator<string> {
  yield csvStart + writeCsvRow([...headings, "Line", reasonHeading]);
  const labelOf = (questionId: string) => labels.get(questionId) ?? questionId;
  for await (const { line, cells, refusal } of rows) {
    const missing = Math.max(0, headings.length - cells.length);
    const padded = [...cells, ...Array.from({ length: missing }, () => "")];
    const reason = describeRowRefusal(refusal, labelOf);
    yield writeCsvRow([...padded, String(line), reason]);
  }
}
