import { acceptedTypes, typeOfMediaType } from "./accepted-types.ts";
import { normaliseText } from "../text/foreign-text.ts";

/** Longest name kept, in code points; what is cut is cut before the extension. */
export const maxFileNameCharacters = 200;

const boundCodeUnits = 1_000;

const fallbackName = "file";

/** Control characters, and those that make a name read otherwise than it is (bidi marks, zero width, tags). */
const unseenCharacters =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0E\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/**
 * A name that is safe to show and to offer for a download: no folders, no
 * characters that cannot be seen, NFC, at most 200 code points with the
 * extension kept. It names nothing on disk: bytes are stored under an id.
 */
export function cleanFileName(originalName: string): string {
  const lastSegment = originalName.split(/[/\\]/).at(-1) ?? "";
  const visible = normaliseText(
    boundName(lastSegment).replace(unseenCharacters, ""),
    "NFC",
  )
    .replace(/\s+/gu, " ")
    .replace(/(?<![. ])[. ]+$/, "")
    .trimStart();
  const named = visible.replace(/^[. ]+/, "");
  if (named === "") return fallbackName;
  const hasOnlyExtension = visible.startsWith(".") && !named.includes(".");
  return shortenKeepingExtension(
    hasOnlyExtension ? `${fallbackName}.${named}` : named,
  );
}

/** Long enough that what is left out is not shown either; the extension stands at the end. */
function boundName(name: string): string {
  return name.length <= 2 * boundCodeUnits
    ? name
    : name.slice(0, boundCodeUnits) + name.slice(-boundCodeUnits);
}

function shortenKeepingExtension(name: string): string {
  const characters = [...name];
  if (characters.length <= maxFileNameCharacters) return name;
  const extension = [...extensionOf(name)];
  const ending = extension.length > 0 ? [".", ...extension] : [];
  return [
    ...characters.slice(0, maxFileNameCharacters - ending.length - 1),
    "…",
    ...ending,
  ].join("");
}

/** The letters after the last full stop, lower case; empty where there is none or it is no extension. */
export function extensionOf(name: string): string {
  return /[^.]\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** A cleaned name that ends as its bytes demand: a file sent without an extension is given its type's. */
export function nameForType(
  originalName: string,
  extensions: readonly string[],
): string {
  const name = cleanFileName(originalName);
  if (extensions.includes(extensionOf(name))) return name;
  return cleanFileName(`${name}.${extensions[0]}`);
}

/** "IMG_1.heic" is copied as "IMG_1 (copy).jpg". */
export function nameOfCopy(originalName: string, mediaType: string): string {
  const typeId = typeOfMediaType(mediaType);
  const extension = extensionOf(originalName);
  const base = extension
    ? originalName.slice(0, -(extension.length + 1))
    : originalName;
  const ending = typeId ? `.${acceptedTypes[typeId].extensions[0]}` : "";
  return cleanFileName(`${base} (copy)${ending}`);
}
