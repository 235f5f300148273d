import { z } from "zod";

export const fileRefusalReasons = [
  "wrong-type",
  "foreign-photo",
  "foreign-document",
  "archive",
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
 * there was no time to look into it, so none of the others is known. `not-acceptable`:
 * when there was time, after it was sent, it turned out to be what is refused.
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
  "not-acceptable",
] as const;

export type FileFlag = (typeof fileFlags)[number];

/** Whether staff open a file with such a flag only after they have read why not to. */
export function isReasonToHold(flag: FileFlag): boolean {
  return flag === "not-checked" || flag === "not-acceptable";
}

/** Left out is a flag of another version: there are no words to tell it with. */
export function readFlags(json: string): FileFlag[] {
  const stored = z.array(z.string()).parse(JSON.parse(json));
  return stored.flatMap((word) => fileFlags.filter((flag) => flag === word));
}
