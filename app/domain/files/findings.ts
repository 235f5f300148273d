export const fileRefusalReasons = [
  "wrong-type",
  "old-format",
  "mismatch",
  "empty",
  "encrypted",
  "unpacked-too-big",
  "image-too-large",
  "macro",
  "embedded-file",
  "unsafe-archive",
  "corrupt",
] as const;

/** Why a file is not taken, whatever the question it answers. */
export type FileRefusalReason = (typeof fileRefusalReasons)[number];

/** What staff are told about a file that was taken all the same. */
export const fileFlags = [
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

export type FileFlag = (typeof fileFlags)[number];
