import type { Evidence } from "#app/domain/tagging/retrieval.ts";
import type { TakenOut } from "#app/domain/exports/taking-out.server.ts";
import type { ExportReason } from "#app/domain/exports/exports.ts";
import { csvStart, writeCsvRow } from "#app/domain/text/csv.ts";
import { consentWords } from "./evidence.ts";
import { plural } from "./counted.ts";

/** What a file is for, as it is chosen. */
export const takingReasonWords: Record<ExportReason, string> = {
  report: "To write the review’s report or what we heard",
  analysis: "To analyse it in another program",
  meeting: "For a meeting of the review",
  partner: "For a partner that the review shares evidence with",
  "quality-check": "To check the coding",
};

const columns: [heading: string, cell: (item: Evidence) => string][] = [
  ["Reference", (item) => item.reference],
  ["Call", (item) => item.callTitle],
  ["Received", (item) => item.receivedAt.slice(0, 10)],
  ["Who speaks", (item) => item.speaker ?? ""],
  ["Tag", (item) => item.tagName],
  ["Tagged", (item) => (item.kind === 0 ? "Whole response" : "Passage")],
  ["Question", (item) => item.questionLabel ?? ""],
  ["Words", (item) => item.words],
  ["Memo", (item) => item.memo],
  ["Consent", (item) => consentWords[item.consent]],
  ["Tagged by", (item) => item.taggedBy],
  ["Tagged at (UTC)", (item) => item.taggedAt],
];

/** The evidence as a table for a spreadsheet, piece by piece; its last line tells what was left out. */
export async function* writeEvidenceFile({
  parts,
  total,
}: TakenOut): AsyncGenerator<string> {
  let left = total;
  yield csvStart + writeCsvRow(columns.map(([heading]) => heading));
  for await (const items of parts) {
    left -= items.length;
    yield items
      .map((item) => writeCsvRow(columns.map(([, cell]) => cell(item))))
      .join("");
  }
  if (left > 0)
    yield writeCsvRow([
      `Left out because it may not be quoted or may not leave: ${plural(left, "passage or response", "passages or responses")}`,
    ]);
}

/** What a printed page leaves out; undefined where nothing. */
export function describeWithheld(count: number): string | undefined {
  if (count === 0) return undefined;
  return `${plural(count, "passage or response is", "passages or responses are")} left out, because paper cannot be taken back: flagged for safeguarding, or changed by its sender.`;
}
