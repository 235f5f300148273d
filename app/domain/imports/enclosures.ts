import type { AcceptedTypeId } from "../files/accepted-types.ts";
import type { ArchiveFault } from "../files/archives.server.ts";
import type { FileFlag, FileRefusalReason } from "../files/findings.ts";
import { normaliseText } from "../text/foreign-text.ts";

/** Of all that is brought beside one table, unpacked. */
export const maxEnclosuresBytes = 250_000_000;
export const maxEnclosures = 5_000;
/** That one row may name. */
export const maxFilesOfRow = 50;

/** What inspection made of a file when it came. */
type EnclosureFindings =
  | { ok: true; typeId: AcceptedTypeId; flags: FileFlag[] }
  | { ok: false; reason: FileRefusalReason };

/** A file that a ZIP brought beside a table. */
export type Enclosure = {
  enclosureId: number;
  /** In its ZIP; never a path of ours. */
  path: string;
  byteSize: number;
  sha256: string;
  findings: EnclosureFindings;
};

/** Why a ZIP is not taken; `path` is the file that stands in the way. */
export type EnclosuresFault =
  | { reason: ArchiveFault | "full" | "too-many" | "nothing" | "busy" }
  | { reason: "twins"; path: string };

/** What programs pack along that nobody sent. */
export const isPackedAlong = (path: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(
    path,
  );

/** A path as it is compared: whoever wrote the table did not see capitals or how a letter is composed. */
export function pathKey(path: string): string {
  return normaliseText(path, "NFC")
    .toLowerCase()
    .replaceAll("\\", "/")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:\.?\/)+/, "");
}

/** The names in a cell. */
export function namesOfFiles(cell: string): string[] {
  const names = cell.split(/[;|\r\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}

const baseOf = (key: string) => key.slice(key.lastIndexOf("/") + 1);

type FoundEnclosure =
  | { kind: "found"; enclosure: Enclosure }
  | { kind: "missing" }
  | { kind: "unsure"; count: number };

/** Finds files by what a table calls them: by their path, or by their name alone where only one has it. */
export function enclosureFinder(
  enclosures: readonly Enclosure[],
): (name: string) => FoundEnclosure {
  const byBase = new Map<string, { key: string; enclosure: Enclosure }[]>();
  for (const enclosure of enclosures) {
    const key = pathKey(enclosure.path);
    const base = baseOf(key);
    byBase.set(base, [...(byBase.get(base) ?? []), { key, enclosure }]);
  }
  return (name) => {
    const asked = pathKey(name);
    const named = byBase.get(baseOf(asked)) ?? [];
    const exact = named.filter(({ key }) => key === asked);
    const within = named.filter(({ key }) => key.endsWith(`/${asked}`));
    const [only, ...others] =
      [exact, within].find(({ length }) => length === 1) ?? named;
    if (!only) return { kind: "missing" };
    return others.length > 0
      ? { kind: "unsure", count: named.length }
      : { kind: "found", enclosure: only.enclosure };
  };
}
