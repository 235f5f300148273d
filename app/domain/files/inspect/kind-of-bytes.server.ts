import { fileTypeFromBuffer } from "file-type";
import type { FileBytes } from "../formats/file-bytes.server.ts";
import { type ForeignKind, kindOfExtension } from "../foreign-types.ts";

const sampleBytes = 4_100;

/** What a file begins with that is text to every program, and has no signature. */
const textBeginnings: [beginning: RegExp, kind: ForeignKind][] = [
  [
    /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype html|<html|<head|<body)/i,
    "web-page",
  ],
  [/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype svg|<svg)/i, "drawing"],
  [/^(?:<\?xml|[{[]\s*["{])/i, "plain-data"],
  [
    /^(?:From |Return-Path:|Received:|Delivered-To:|Message-ID:|MIME-Version:|X-Mailer:)/i,
    "mail",
  ],
  [/^BEGIN:VCALENDAR/i, "calendar"],
  [/^BEGIN:VCARD/i, "contact"],
  [/^%!PS/, "print-document"],
  [/^WEBVTT\b/, "subtitles"],
  [/^-----BEGIN PGP/, "locked"],
  [/^#!\s*\//, "program"],
];

/** What a file that we do not take is by its bytes; undefined where they do not say. */
export async function kindOfBytes(
  file: FileBytes,
): Promise<ForeignKind | undefined> {
  const head = file
    .read(0, 1_000)
    .toString("latin1")
    .replace(/^(?:\xef\xbb\xbf)?\s*/, "");
  const text = textBeginnings.find(([beginning]) => beginning.test(head));
  if (text) return text[1];
  const found = await extensionOfBytes(file);
  return found === undefined ? undefined : kindOfExtension(found);
}

/** The ending that the library knows the bytes by. */
export async function extensionOfBytes(
  file: FileBytes,
): Promise<string | undefined> {
  const sample = file.read(0, sampleBytes);
  return (await fileTypeFromBuffer(sample))?.ext;
}
