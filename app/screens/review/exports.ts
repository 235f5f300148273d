import { describeByteSize } from "#app/domain/attachments/attachments.ts";
import {
  type ExportFailure,
  type ExportFormat,
  type ExportKind,
  exportLastsDays,
  type ExportProblem,
  type LeftOutCounts,
  type ListedExport,
  maxExportSearchCharacters,
  maxProjectResponses,
} from "#app/domain/exports/exports.ts";
import type { AskOutcome } from "#app/domain/exports/exports.server.ts";
import type { FetchOutcome } from "#app/domain/exports/export-files.server.ts";
import { exportFormAddress } from "#app/export-addresses.ts";
import { formatMoment, formatShortDate } from "#app/words/review-en/times.ts";
import { inNumbers, plural } from "./counted.ts";
import { takingReasonWords } from "./evidence-file.ts";
import { wordsForProblem } from "./queue-problems.ts";

const kindWords: Record<ExportKind, { label: string; hint: string }> = {
  quoting: {
    label: "To quote from",
    hint: "Only what its senders let be quoted, and no memo of the team.",
  },
  analysis: {
    label: "For the team’s own analysis",
    hint: "Also what may not be quoted, each marked so. Not to leave the team.",
  },
};

const formatWords: Record<ExportFormat, { label: string; hint: string }> = {
  csv: {
    label: "CSV",
    hint: "A table for any spreadsheet, a line for each response.",
  },
  xlsx: { label: "Excel (XLSX)", hint: "The same table as a workbook." },
  json: {
    label: "JSON Lines",
    hint: "For programs: answers, tags and passages with their places.",
  },
  odt: {
    label: "Quotes by tag (ODT)",
    hint: "A document for Word or LibreOffice: the tagged passages.",
  },
  ris: {
    label: "References (RIS)",
    hint: "The evidence that was sent, for a reference manager.",
  },
  qdpx: {
    label: "REFI-QDA project (QDPX)",
    hint: "For ATLAS.ti, MAXQDA, NVivo, QualCoder: texts, tags and passages.",
  },
};

const choicesOf = <Value extends string>(
  values: readonly Value[],
  words: Record<Value, { label: string; hint: string }>,
) => values.map((value) => ({ value, ...words[value] }));

export const kindChoices = choicesOf(["quoting", "analysis"], kindWords);
export const formatChoices = choicesOf(
  ["csv", "xlsx", "json", "odt", "ris", "qdpx"],
  formatWords,
);
export const reasonChoices = Object.entries(takingReasonWords).map(
  ([value, label]) => ({ value, label }),
);

/** What is said beside a field of the form. */
export const exportProblems: Record<ExportProblem, string> = {
  "call-missing": "Choose the call whose responses you want",
  "kind-missing": "Choose whether the file is to quote from",
  "format-missing": "Choose what kind of file you want",
  "reason-missing": "Choose what the file is for",
  "search-too-long": `The search must be ${inNumbers(maxExportSearchCharacters)} characters or less`,
};

type Refused = Exclude<
  Extract<AskOutcome, { ok: false }>,
  { reason: "not-allowed" }
>;

/** Why no file will be made, beside the field that says it. */
export function describeExportRefusal(
  refused: Refused,
): Record<string, string> {
  switch (refused.reason) {
    case "no-call":
      return { call: exportProblems["call-missing"] };
    case "reason-of-kind":
      return {
        kind: "What is for a report, a meeting or a partner holds only what may be quoted: choose “To quote from”",
      };
    case "nothing":
      return {
        q: "This search finds no response of this call. Nothing was made",
      };
    case "too-many":
      return {
        q: `A project holds ${inNumbers(maxProjectResponses)} responses or fewer. Make the search narrower, or choose another kind of file`,
      };
    case "search":
      return { q: refused.problems.map(wordsForProblem).join(" ") };
  }
}

const failureWords: Record<ExportFailure, string> = {
  "disk-full":
    "The disk is full, so nothing was made. Tell whoever runs Heard, then ask again",
  unwritable:
    "Heard cannot write where exports stand. Tell whoever runs Heard, then ask again",
  "not-allowed": "Whoever asked for it is not allowed to any more",
  search: "Its search means nothing any more: a tag or a call in it is gone",
  unexpected: "Something went wrong, three times. Tell whoever runs Heard",
};

/** What is told to whoever cannot have a file. */
export const fetchRefusals: Record<
  Extract<FetchOutcome, { ok: false }>["reason"],
  string
> = {
  "not-found": "There is no such export.",
  "not-made": "This file is not there, or not any more.",
  "taken-back":
    "Something in this file may have been taken back, flagged, changed or redacted since it was made, so it was deleted. Ask for it again.",
  lost: "The file is not where exports stand. Ask for it again.",
};

/** An export in the list of them. */
export function describeExport(one: ListedExport) {
  const { exportId, state } = one;
  const isUnderWay = state === "waiting" || state === "running";
  return {
    exportId,
    title: `${formatWords[one.format].label}, ${one.callTitle}`,
    search: one.search === "" ? "All responses" : one.search,
    facts: [
      kindWords[one.kind].label,
      takingReasonWords[one.reason],
      `Asked for by ${one.askedBy}, ${formatMoment(one.askedAt)}`,
    ],
    status: statusOf(one),
    leftOut: one.leftOut && state === "done" ? leftOutWords(one.leftOut) : [],
    progress:
      state === "running" && one.totalCount
        ? { done: one.doneCount, total: one.totalCount }
        : undefined,
    isUnderWay,
    isFailed: state === "failed",
    fetchHref:
      state === "done" ? exportFormAddress(exportId, "file") : undefined,
    cancelHref: isUnderWay ? exportFormAddress(exportId, "cancel") : undefined,
  };
}

function statusOf(one: ListedExport): string {
  const { state, failure, doneCount, totalCount, byteSize, expiresAt } = one;
  switch (state) {
    case "waiting":
      return "Waits for its turn";
    case "running":
      return totalCount === null
        ? "Begins"
        : `${inNumbers(doneCount)} of ${plural(totalCount, "response", "responses")}`;
    case "done":
      return `Ready until ${formatShortDate(expiresAt ?? "")}, ${describeByteSize(byteSize ?? 0)}`;
    case "failed":
      return failureWords[failure ?? "unexpected"];
    case "cancelled":
      return "Cancelled: nothing is left of it";
    case "gone":
      return `Deleted: ${exportLastsDays} days were over, or something in it was taken back`;
  }
}

function leftOutWords(counts: LeftOutCounts): string[] {
  const lines: [count: number, what: string][] = [
    [counts.withdrawn, "taken back"],
    [counts.safeguarding, "flagged for safeguarding"],
    [counts.consent, "not to be quoted"],
    [counts.redactedResponses, "with words redacted"],
    // An export of before these were counted has neither.
    [
      counts.withheldFiles ?? 0,
      counts.withheldFiles === 1 ? "file withheld" : "files withheld",
    ],
    [counts.notLookedAt ?? 0, "not looked at for redaction"],
  ];
  return lines
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${inNumbers(count)} ${what}`);
}
