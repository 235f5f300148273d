import { readArchive } from "./formats/archive.server.ts";
import { bytesInMemory } from "./formats/file-bytes.server.ts";

export type UnpackedArchive =
  | { ok: true; parts: Map<string, Buffer> }
  | {
      ok: false;
      reason:
        "too-big" | "unsafe-archive" | "encrypted" | "malware" | "not-archive";
    };

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
  switch (read.reason) {
    case "unsafe-archive":
    case "encrypted":
    case "malware":
      return { ok: false, reason: read.reason };
    case "unpacked-too-big":
      return { ok: false, reason: "too-big" };
    default:
      return { ok: false, reason: "not-archive" };
  }
}
