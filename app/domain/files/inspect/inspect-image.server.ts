import type { FileFlag } from "../findings.ts";
import { type Inspection, inspectionLimits, refuse } from "../inspection.ts";
import type { FileBytes } from "../formats/file-bytes.server.ts";
import { isFillerFrom } from "./foreign-parts.ts";

const metadataChunks = new Set(["eXIf", "tEXt", "iTXt", "zTXt"]);
const pngHeaderBytes = 33;

/** Walks a PNG's chunks without decoding a pixel: 900 megapixels pack into 100 kB. */
export function inspectPng(file: FileBytes): Inspection {
  const header = file.read(0, pngHeaderBytes);
  if (
    header.length < pngHeaderBytes ||
    chunkType(header.subarray(8)) !== "IHDR"
  )
    return refuse("corrupt");
  const size = {
    width: header.readUInt32BE(16),
    height: header.readUInt32BE(20),
  };
  const refusal = refuseSize(size);
  if (refusal) return refusal;
  const flags = new Set<FileFlag>();
  let position = 8;
  while (position + 12 <= file.byteSize) {
    const head = file.read(position, 8);
    const type = chunkType(head);
    if (metadataChunks.has(type)) flags.add("image-metadata");
    if (type === "IEND") {
      if (!isFillerFrom(file, position + 12)) flags.add("extra-bytes");
      return { ok: true, typeId: "png", flags: [...flags] };
    }
    position += 12 + head.readUInt32BE(0);
  }
  return refuse("corrupt");
}

function chunkType(head: Buffer): string {
  return head.toString("latin1", 4, 8);
}

/** APP1 holds EXIF and XMP, APP13 what press agencies write: names and places. */
const metadataMarkers = new Set([0xe1, 0xed]);
const startOfScan = 0xda;
/** SOF0 to SOF15, without the tables (DHT, JPG, DAC) that stand among them. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Walks a JPEG's segments up to its pixels, which must be there and end. */
export function inspectJpeg(file: FileBytes): Inspection {
  const flags = new Set<FileFlag>();
  let hasFrame = false;
  let position = 2;
  while (position + 4 <= file.byteSize) {
    const head = file.read(position, 9);
    if (head[0] !== 0xff) break;
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    if (isFrame(marker) && head.length === 9) {
      hasFrame = true;
      const height = head.readUInt16BE(5);
      const width = head.readUInt16BE(7);
      const refusal = refuseSize({ width, height });
      if (refusal) return refusal;
    }
    if (metadataMarkers.has(marker)) flags.add("image-metadata");
    if (marker === startOfScan) {
      const end = file.lastIndexOf("\xff\xd9");
      if (!hasFrame || end <= position) return refuse("corrupt");
      if (!isFillerFrom(file, end + 2)) flags.add("extra-bytes");
      return { ok: true, typeId: "jpeg", flags: [...flags] };
    }
    position += 2 + head.readUInt16BE(2);
  }
  return refuse("corrupt");
}

export function refuseSize(size: { width: number; height: number }) {
  if (size.width === 0 || size.height === 0) return refuse("corrupt");
  const pixels = size.width * size.height;
  return pixels > inspectionLimits.maxImagePixels
    ? refuse("image-too-large")
    : undefined;
}
