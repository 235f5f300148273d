import {
  type AttachmentForReview,
  describeByteSize,
  ownCheckFinding,
} from "#app/domain/attachments/attachments.ts";
import { type FileFlag, isReasonToHold } from "#app/domain/files/findings.ts";
import { responseAddress } from "#app/addresses.ts";
import { fileAddress, fileCopyAddress } from "#app/file-addresses.ts";

type ScanState = AttachmentForReview["scanState"];
type Held = Pick<
  AttachmentForReview,
  | "publicId"
  | "name"
  | "typeLabel"
  | "byteSize"
  | "scanState"
  | "scanDetail"
  | "flags"
> & { reference: string };

/** What stands between staff and a file that no scanner has called clean. */
export function describeHeldFile(
  file: Held,
  part: "original" | "copy" = "original",
) {
  const { scanState } = file;
  const flag = file.flags.find(isReasonToHold);
  const heldFor = flag && heldReasons[flag];
  const isClean = scanState === "clean";
  return {
    backTo: responseAddress(file.reference),
    address:
      part === "copy"
        ? fileCopyAddress(file.publicId)
        : fileAddress(file.publicId),
    name: file.name,
    facts: `${file.typeLabel}, ${describeByteSize(file.byteSize)}`,
    heading: (isClean ? heldFor?.heading : undefined) ?? headings[scanState],
    lines: [reasonFor(file), heldFor?.words].filter(
      (line) => line !== undefined,
    ),
    /** Offered as it is, after a warning, or not at all. */
    download:
      scanState === "infected"
        ? ("never" as const)
        : isClean && !heldFor
          ? ("freely" as const)
          : ("warned" as const),
  };
}

type HeldReason = { heading: string; words: string };

const heldReasons: Partial<Record<FileFlag, HeldReason>> = {
  "not-checked": {
    heading: "This file has not been checked",
    words:
      "Heard had no time to look into it yet, so it may hold macros, other files or hidden text that nothing warns of.",
  },
  "not-acceptable": {
    heading: "This file is of a kind that is not taken",
    words:
      "Heard looked into it after it was sent. When it came it would have been refused: it may hold macros or other files, be two files in one, or be damaged.",
  },
};

const headings: Record<ScanState, string> = {
  clean: "This file has been scanned",
  infected: "This file cannot be opened",
  waiting: "This file has not been scanned yet",
  "not-scanned": "This file has not been scanned",
};

const reasons: Record<string, string> = {
  "no-scanner": "No virus scanner is set up for this review.",
  "over-limit": "The virus scanner does not read files of this size.",
  unreachable:
    "The virus scanner did not answer. Heard tries again by itself, so it may be scanned in a few minutes.",
  "unexpected-reply":
    "The virus scanner gave no clear answer. Heard tries again by itself, so it may be scanned in a few minutes.",
};

/** What was found in an infected file, and by what. */
export function describeFinding(scanDetail: string | null): string {
  return scanDetail === ownCheckFinding
    ? "Heard found a virus in it, or a test of virus scanners"
    : `The virus scanner found ${scanDetail ?? "something harmful"} in it`;
}

function reasonFor(file: Pick<Held, "scanState" | "scanDetail">): string {
  if (file.scanState === "clean")
    return "It has been scanned since, and nothing was found.";
  if (file.scanState === "infected")
    return `${describeFinding(file.scanDetail)}.`;
  if (file.scanState === "waiting")
    return "It is waiting for the virus scanner. Try again in a minute.";
  return reasons[file.scanDetail ?? ""] ?? "The virus scanner has not read it.";
}
