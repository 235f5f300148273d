import type { FileFlag } from "../findings.ts";
import { type Inspection, refuse } from "../inspection.ts";
import type { FileBytes } from "../formats/file-bytes.server.ts";
import { refuseSize } from "./inspect-image.server.ts";

/**
 * Walks the boxes of a HEIC or AVIF: each ends before the file does, and no
 * picture in it is too large. Whether it can be shown, the job that makes its
 * copy finds out.
 */
export function inspectHeif(
  file: FileBytes,
  typeId: "heic" | "avif",
): Inspection {
  const flags = new Set<FileFlag>();
  for (let position = 0; position + 8 <= file.byteSize;) {
    const head = file.read(position, 16);
    const size = sizeOfBox(head, file.byteSize - position);
    if (size < 8 || position + size > file.byteSize) return refuse("corrupt");
    if (head.toString("latin1", 4, 8) === "meta") {
      if (size > maxMetaBytes) return refuse("corrupt");
      const meta = file.read(position, size);
      const refusal = refuseSizesOf(meta);
      if (refusal) return refusal;
      if (meta.includes("Exif") || meta.includes("rdf+xml"))
        flags.add("image-metadata");
    }
    position += size;
  }
  return { ok: true, typeId, flags: [...flags] };
}

/** It tells of each tile and of nothing else: a phone's is smaller than 100 kB. */
const maxMetaBytes = 10_000_000;

/** 0 is "to the end", 1 is "64 bits that follow". */
function sizeOfBox(head: Buffer, leftBytes: number): number {
  const size = head.readUInt32BE(0);
  if (size === 0) return leftBytes;
  if (size !== 1) return size;
  return head.length === 16 ? Number(head.readBigUInt64BE(8)) : 0;
}

/** The size of each picture, whole or tile, stands in a box of its own; how they are nested does not matter. */
function refuseSizesOf(meta: Buffer): Inspection | undefined {
  for (
    let at = meta.indexOf("ispe");
    at >= 0;
    at = meta.indexOf("ispe", at + 4)
  ) {
    if (at + 16 > meta.length) return undefined;
    const refusal = refuseSize({
      width: meta.readUInt32BE(at + 8),
      height: meta.readUInt32BE(at + 12),
    });
    if (refusal) return refusal;
  }
  return undefined;
}

const metadataChunks = new Set(["EXIF", "XMP "]);

/** Walks a WebP's chunks; its header says how long it is, so that one cut short is known. */
export function inspectWebp(file: FileBytes): Inspection {
  if (file.byteSize < 20) return refuse("corrupt");
  const end = 8 + file.read(4, 4).readUInt32LE(0);
  if (end > file.byteSize + 1) return refuse("corrupt");
  const flags = new Set<FileFlag>();
  for (let position = 12; position + 8 <= Math.min(end, file.byteSize);) {
    const head = file.read(position, 18);
    const type = head.toString("latin1", 0, 4);
    const size = sizeInChunk(type, head.subarray(8));
    const refusal = size && refuseSize(size);
    if (refusal) return refusal;
    if (metadataChunks.has(type)) flags.add("image-metadata");
    const byteSize = head.readUInt32LE(4);
    position += 8 + byteSize + (byteSize % 2);
  }
  if (file.byteSize > end + 1) flags.add("extra-bytes");
  return { ok: true, typeId: "webp", flags: [...flags] };
}

function sizeInChunk(type: string, chunk: Buffer) {
  if (chunk.length < 10) return undefined;
  if (type === "VP8X")
    return {
      width: 1 + chunk.readUIntLE(4, 3),
      height: 1 + chunk.readUIntLE(7, 3),
    };
  if (type === "VP8L" && chunk[0] === 0x2f) {
    const bits = chunk.readUInt32LE(1);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (type === "VP8 " && chunk.readUIntBE(3, 3) === 0x9d012a)
    return {
      width: chunk.readUInt16LE(6) & 0x3fff,
      height: chunk.readUInt16LE(8) & 0x3fff,
    };
  return undefined;
}
