export const fileRefusalReasons = [
  "wrong-type",
  "foreign-photo",
  "foreign-document",
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
  "not-text",
  "markup",
  "two-in-one",
  "malware",
  "not-checked",
  "busy",
] as const;

/**
 * Why a file is not taken, whatever the question it answers. `not-checked` and
 * `busy` are reasons of ours: nothing is known against the file.
 */
export type FileRefusalReason = (typeof fileRefusalReasons)[number];

/**
 * What staff are told about a file that was taken all the same. `not-checked`:
 * there was no time to look into it, so none of the others is known.
 */
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
  "dde-field",
  "document-properties",
  "extra-bytes",
  "not-checked",
] as const;

export type FileFlag = (typeof fileFlags)[number];
