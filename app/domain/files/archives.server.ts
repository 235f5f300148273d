import type { FileRefusalReason } from "./findings.ts";
import { readArchive, type TakePart } from "./formats/archive.server.ts";
import { bytesInMemory, withFileBytes } from "./formats/file-bytes.server.ts";

export type ArchiveFault =
  "too-big" | "unsafe-archive" | "encrypted" | "malware" | "not-archive";

type FaultyArchive = { ok: false; reason: ArchiveFault };
export type UnpackedArchive =
  { ok: true; parts: Map<string, Buffer> } | FaultyArchive;

/**
 * Those files of an archive that are wanted, unpacked after its sizes, ratios,
 * names and number were looked at: what a ZIP says of itself is not believed.
 */
export async function unpackArchive(
  bytes: Buffer,
  wanted: { isWanted: (name: string) => boolean; maxEntries: number },
): Promise<UnpackedArchive> {
  const { isWanted, maxEntries } = wanted;
  const file = bytesInMemory(bytes);
  const read = await readArchive(file, isWanted, { maxEntries });
  if (read.ok) return { ok: true, parts: read.archive.parts };
  return { ok: false, reason: faultOf(read.reason) };
}

/**
 * Hands over the files of an archive one after the other, by the same rules:
 * folders are left out, and no two have one name.
 *
 * @param path of the archive on this machine.
 */
export async function unpackEach(
  path: string,
  take: TakePart,
): Promise<{ ok: true } | FaultyArchive> {
  const read = await withFileBytes(path, (file) =>
    readArchive(file, () => true, { take }),
  );
  return read.ok ? read : { ok: false, reason: faultOf(read.reason) };
}

function faultOf(reason: FileRefusalReason): ArchiveFault {
  switch (reason) {
    case "unsafe-archive":
    case "encrypted":
    case "malware":
      return reason;
    case "unpacked-too-big":
      return "too-big";
    default:
      return "not-archive";
  }
}
