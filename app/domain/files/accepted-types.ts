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
    extensions: ["jpg", "jpeg", "jpe", "jfif", "pjpeg", "pjp", "jif"],
    mediaType: "image/jpeg",
    label: "JPEG image",
  },
  heic: {
    extensions: ["heic", "heif", "hif", "heics"],
    mediaType: "image/heic",
    label: "HEIC photo",
  },
  webp: { extensions: ["webp"], mediaType: "image/webp", label: "WebP image" },
  avif: { extensions: ["avif"], mediaType: "image/avif", label: "AVIF image" },
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

/** Pictures are known by their bytes alone: a phone or a web page names one as another, and its owner never learns of it. */
export const pictureTypes: readonly AcceptedTypeId[] = [
  ...(["png", "jpeg", "heic", "webp", "avif"] as const),
];

/** The kinds whose text is taken out for search and tagging; the others have none or none that reads well. */
export const typesWithText: readonly AcceptedTypeId[] = [
  "pdf",
  "docx",
  "odt",
  "txt",
  "csv",
];
