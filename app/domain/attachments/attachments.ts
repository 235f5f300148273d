/** The kinds of file Heard takes. Each is recognised by its bytes; the name has to agree. */
export const acceptedTypes = {
  pdf: { extensions: ["pdf"], mediaType: "application/pdf", label: "PDF" },
  docx: {
    extensions: ["docx"],
    mediaType:
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    label: "Word document",
  },
  odt: {
    extensions: ["odt"],
    mediaType: "application/vnd.oasis.opendocument.text",
    label: "OpenDocument text",
  },
  rtf: {
    extensions: ["rtf"],
    mediaType: "application/rtf",
    label: "RTF document",
  },
  txt: { extensions: ["txt"], mediaType: "text/plain", label: "Plain text" },
  csv: { extensions: ["csv"], mediaType: "text/csv", label: "CSV" },
  xlsx: {
    extensions: ["xlsx"],
    mediaType:
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    label: "Excel spreadsheet",
  },
  png: { extensions: ["png"], mediaType: "image/png", label: "PNG image" },
  jpeg: {
    extensions: ["jpg", "jpeg"],
    mediaType: "image/jpeg",
    label: "JPEG image",
  },
} as const satisfies Record<
  string,
  { extensions: readonly string[]; mediaType: string; label: string }
>;

export type AcceptedTypeId = keyof typeof acceptedTypes;

const typeIds = Object.keys(acceptedTypes) as AcceptedTypeId[];

/** For a file input's `accept` attribute, which is a hint to the browser and nothing more. */
export const acceptedExtensions: string[] = typeIds.flatMap((id) =>
  acceptedTypes[id].extensions.map((extension) => `.${extension}`),
);

export function typeOfExtension(extension: string): AcceptedTypeId | undefined {
  const sought = extension.toLowerCase();
  return typeIds.find((id) =>
    acceptedTypes[id].extensions.some((known) => known === sought),
  );
}

export function typeOfMediaType(mediaType: string): AcceptedTypeId | undefined {
  return typeIds.find((id) => acceptedTypes[id].mediaType === mediaType);
}

export function labelOfMediaType(mediaType: string): string {
  const id = typeOfMediaType(mediaType);
  return id ? acceptedTypes[id].label : "File";
}

/** The kinds whose text is taken out for search and tagging; the others have none or none that reads well. */
export const typesWithText: readonly AcceptedTypeId[] = [
  "pdf",
  "docx",
  "odt",
  "txt",
  "csv",
];

/** A question's limits: how many files it takes and how large each may be, in bytes. */
export type AttachmentLimits = { maxFiles: number; maxFileBytes: number };

export const defaultAttachmentLimits: AttachmentLimits = {
  maxFiles: 10,
  maxFileBytes: 50_000_000,
};

export const attachmentRefusalReasons = [
  "wrong-type",
  "old-format",
  "mismatch",
  "empty",
  "encrypted",
  "too-big",
  "too-many",
  "unpacked-too-big",
  "image-too-large",
  "macro",
  "embedded-file",
  "unsafe-archive",
  "corrupt",
  "not-received",
] as const;

/** Why a file was not taken. `not-received`: it broke off on the way, or there was no room to store it. */
export type AttachmentRefusalReason = (typeof attachmentRefusalReasons)[number];

export type AttachmentRefusal = {
  /** Cleaned for display; empty where the browser sent none. */
  name: string;
  reason: AttachmentRefusalReason;
};

/** What staff are told about a file that was taken all the same. */
export const attachmentFlags = [
  "pdf-javascript",
  "pdf-launch-action",
  "pdf-uri-action",
  "pdf-form-submission",
  "pdf-hidden-text",
  "external-template",
  "external-content",
  "embedded-object",
  "tracked-changes",
  "hidden-text",
  "comments",
  "image-metadata",
  "formula-cells",
  "bidirectional-controls",
  "replaced-characters",
] as const;

export type AttachmentFlag = (typeof attachmentFlags)[number];

export const scanStates = [
  "waiting",
  "clean",
  "infected",
  "not-scanned",
] as const;
export type ScanState = (typeof scanStates)[number];

export const extractionStates = [
  "waiting",
  "done",
  "no-text",
  "failed",
] as const;
export type ExtractionState = (typeof extractionStates)[number];

/** A file that has arrived whole in the staging folder: fsynced and hashed, not yet inspected. */
export type StagedFile = {
  questionId: string;
  /** As the browser sent it; never used as a path. */
  originalName: string;
  stagingPath: string;
  byteSize: number;
  sha256: string;
};

/** What a respondent sees of a file of their own. */
export type AttachmentSummary = {
  publicId: string;
  name: string;
  byteSize: number;
  typeLabel: string;
  /** Of the bytes as they were received, in hexadecimal. */
  sha256: string;
};

/** What staff see of a response's file. */
export type AttachmentForReview = AttachmentSummary & {
  id: number;
  questionId: string;
  scanState: ScanState;
  scanDetail: string | null;
  extractionState: ExtractionState;
  flags: AttachmentFlag[];
  storedAt: string;
};

/** 532 bytes, 1.2 kB, 50 MB: decimal, as a phone or a file manager shows it. */
export function describeByteSize(byteSize: number): string {
  if (byteSize < 1000)
    return `${byteSize} ${byteSize === 1 ? "byte" : "bytes"}`;
  const units = ["kB", "MB", "GB"];
  let value = byteSize / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const rounded =
    value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value);
  return `${rounded} ${units[unit]}`;
}

/** A file as a line of a list: its facts are "PDF, 1.2 MB". */
export function describeAttachment(file: AttachmentSummary): {
  publicId: string;
  name: string;
  facts: string;
} {
  return {
    publicId: file.publicId,
    name: file.name,
    facts: `${file.typeLabel}, ${describeByteSize(file.byteSize)}`,
  };
}
