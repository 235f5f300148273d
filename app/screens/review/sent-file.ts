import {
  type AttachmentForReview,
  describeByteSize,
  type ScanState,
} from "#app/domain/attachments/attachments.ts";
import type { FileFlag } from "#app/domain/files/findings.ts";
import { fileAddress } from "#app/file-addresses.ts";
import type {
  FileForReading,
  ResponseForReading,
} from "#app/domain/tagging/reading.ts";
import { describeCopy } from "./file-copy.ts";
import { describeFileText } from "./file-text.ts";
import { type ReadingView, responseHref } from "./reading-view.ts";
import { onlyForLeads, withheldFile } from "./withheld-file.ts";

/** A file of a response: what it is, whether it is safe, where it is opened. */
export function describeFile(
  file: FileForReading,
  { response, hasMachine }: ResponseForReading,
  view: ReadingView,
) {
  const wholeView = { ...view, file: file.publicId };
  return {
    text: file.text,
    isShownWhole: view.file === file.publicId,
    wholeHref: responseHref(response.reference, wholeView, `file-${file.id}`),
    fileId: file.id,
    publicId: file.publicId,
    /** Told by the page that knows of redactions. */
    withheld: undefined as string | undefined,
    name: file.isWithheld ? withheldFile : file.name,
    typeLabel: file.typeLabel,
    size: describeByteSize(file.byteSize),
    questionLabel: file.questionLabel,
    about: file.about,
    scan: describeScan(file),
    extraction: file.isWithheld
      ? { words: onlyForLeads }
      : file.scanState === "infected"
        ? {
            words:
              "It cannot be opened: the virus scan found something harmful in it.",
          }
        : describeFileText(file, { hasMachine }),
    flags: file.flags.map((flag) => flagWords[flag]),
    downloadHref: isOpened(file) ? fileAddress(file.publicId) : undefined,
    copy: isOpened(file) ? describeCopy(file) : undefined,
  };
}

const isOpened = ({ isWithheld, scanState }: FileForReading) =>
  !isWithheld && scanState !== "infected";

const scanWords: Record<ScanState, string> = {
  waiting: "Waiting for the virus scan",
  clean: "No virus found",
  infected: "Virus found",
  "not-scanned": "Not scanned",
};

const scanColours = {
  waiting: "yellow",
  clean: "green",
  infected: "red",
  "not-scanned": "orange",
} as const satisfies Record<ScanState, string>;

function describeScan({ scanState }: Pick<AttachmentForReview, "scanState">) {
  return { words: scanWords[scanState], colour: scanColours[scanState] };
}

const flagWords: Record<FileFlag, string> = {
  "pdf-javascript": "Contains JavaScript",
  "pdf-launch-action": "Tries to start a program when it is opened",
  "pdf-uri-action": "Has links that open web pages",
  "pdf-form-submission": "Has a form that sends what is typed into it",
  "pdf-hidden-text": "Has text that cannot be seen on the page",
  "external-template": "Loads a template from another computer",
  "external-content": "Loads content from another computer",
  "embedded-object": "Has another document inside it",
  "tracked-changes": "Has tracked changes: deleted words may still be in it",
  "hidden-text": "Has hidden text",
  comments: "Has comments in the margin",
  "image-metadata": "The image says where or with what it was taken",
  "formula-cells": "Has formulas",
  "bidirectional-controls":
    "Has invisible characters that change the direction of text",
  "replaced-characters": "Some characters could not be read and were replaced",
  "dde-field": "Has a field that asks another program for its content",
  "document-properties": "Its properties name its author or an organisation",
  "extra-bytes": "Has something before its beginning or after its end",
  "not-checked": "Not checked: there was no time to look into it yet",
  "not-acceptable":
    "Checked only after it was sent: it is of a kind that is not taken",
};
