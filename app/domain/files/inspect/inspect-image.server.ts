import type { FileFlag } from "../findings.ts";
import { type Inspection, inspectionLimits, refuse } from "../inspection.ts";
import { isFiller } from "./foreign-parts.ts";

const metadataChunks = new Set(["eXIf", "tEXt", "iTXt", "zTXt"]);
const pngHeaderBytes = 33;

/** Walks a PNG's chunks without decoding a pixel: 900 megapixels pack into 100 kB. */
export function inspectPng(bytes: Buffer): Inspection {
  if (bytes.length < pngHeaderBytes || chunkType(bytes, 8) !== "IHDR")
    return refuse("corrupt");
  const size = {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
  };
  const refusal = refuseSize(size);
  if (refusal) return refusal;
  const flags = new Set<FileFlag>();
  let position = 8;
  while (position + 12 <= bytes.length) {
    const type = chunkType(bytes, position);
    if (metadataChunks.has(type)) flags.add("image-metadata");
    if (type === "IEND") {
      if (!isFiller(bytes.subarray(position + 12))) flags.add("extra-bytes");
      return { ok: true, typeId: "png", flags: [...flags] };
    }
    position += 12 + bytes.readUInt32BE(position);
  }
  return refuse("corrupt");
}

function chunkType(bytes: Buffer, position: number): string {
  return bytes.toString("latin1", position + 4, position + 8);
}

/** APP1 holds EXIF and XMP, APP13 what press agencies write: names and places. */
const metadataMarkers = new Set([0xe1, 0xed]);
const startOfScan = 0xda;
/** SOF0 to SOF15, without the tables (DHT, JPG, DAC) that stand among them. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Walks a JPEG's segments up to its pixels, which must be there and end. */
export function inspectJpeg(bytes: Buffer): Inspection {
  const flags = new Set<FileFlag>();
  let hasFrame = false;
  let position = 2;
  while (position + 4 <= bytes.length && bytes[position] === 0xff) {
    const marker = bytes[position + 1] ?? 0;
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    if (isFrame(marker) && position + 9 <= bytes.length) {
      hasFrame = true;
      const height = bytes.readUInt16BE(position + 5);
      const width = bytes.readUInt16BE(position + 7);
      const refusal = refuseSize({ width, height });
      if (refusal) return refusal;
    }
    if (metadataMarkers.has(marker)) flags.add("image-metadata");
    if (marker === startOfScan) {
      const end = bytes.lastIndexOf("\xff\xd9", undefined, "latin1");
      if (!hasFrame || end <= position) return refuse("corrupt");
      if (!isFiller(bytes.subarray(end + 2))) flags.add("extra-bytes");
      return { ok: true, typeId: "jpeg", flags: [...flags] };
    }
    position += 2 + bytes.readUInt16BE(position + 2);
  }
  return refuse("corrupt");
}

function refuseSize(size: { width: number; height: number }) {
  if (size.width === 0 || size.height === 0) return refuse("corrupt");
  const pixels = size.width * size.height;
  return pixels > inspectionLimits.maxImagePixels
    ? refuse("image-too-large")
    : undefined;
}
