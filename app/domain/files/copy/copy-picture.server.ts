import { readFileSync } from "node:fs";
import sharp from "sharp";
import { inspectionLimits } from "../inspection.ts";
import type { AcceptedTypeId } from "../accepted-types.ts";
import type { CopyOutcome, CopyTask } from "./copying.ts";
import { decodeHeic } from "./decode-heic.server.ts";

/** What is made of outsiders' bytes is decoded by loaders of these kinds and no other. */
const blockedLoaders = {
  operation: [
    "VipsForeignLoadSvg",
    "VipsForeignLoadPdf",
    "VipsForeignLoadTiff",
    "VipsForeignLoadGif",
  ],
};

const jpegSettings = { quality: 88, chromaSubsampling: "4:4:4" };

/**
 * Draws a picture anew from its pixels, turned the right way: where and with
 * what it was taken, thumbnails and whatever stands behind it stay behind.
 */
export async function copyPicture(task: CopyTask): Promise<CopyOutcome> {
  bindDecoder();
  const picture = await openPicture(task);
  if (!picture) return { state: "failed", reason: "unreadable" };
  const { isOpaque } = await picture.clone().stats();
  const typeId: AcceptedTypeId =
    task.typeId === "png" || !isOpaque ? "png" : "jpeg";
  const drawn = typeId === "png" ? picture.png() : picture.jpeg(jpegSettings);
  await drawn.toFile(task.target);
  return { state: "made", typeId };
}

/** Binds what decodes outsiders’ pictures to few kinds, one at a time. */
export function bindDecoder() {
  sharp.block(blockedLoaders);
  sharp.cache(false);
  sharp.concurrency(1);
}

const options = {
  limitInputPixels: inspectionLimits.maxImagePixels,
  failOn: "truncated",
} as const;

/** A PNG drawn anew from its pixels. @throws where it cannot be drawn. */
export async function redrawPng(bytes: Buffer): Promise<Buffer> {
  bindDecoder();
  return sharp(bytes, options).png().toBuffer();
}

/**
 * Draws a picture in grey for a machine that reads, its longer side no longer
 * than it needs. @returns false where it cannot be drawn.
 */
export async function drawForReading(
  task: Pick<CopyTask, "typeId" | "source">,
  drawing: { target: string; pagePixels: number },
): Promise<boolean> {
  bindDecoder();
  const picture = await openPicture(task);
  if (!picture) return false;
  const [width, height] = [drawing.pagePixels, drawing.pagePixels];
  await picture
    .resize({ width, height, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .greyscale()
    .png()
    .toFile(drawing.target);
  return true;
}

async function openPicture({
  typeId,
  source,
}: Pick<CopyTask, "typeId" | "source">) {
  if (typeId !== "heic") return sharp(source, options).autoOrient();
  const decoded = await decodeHeic(readFileSync(source));
  if (!decoded) return undefined;
  const { pixels, width, height } = decoded;
  // The decoder has turned it already, by the container's own word.
  return sharp(pixels, { raw: { width, height, channels: 4 } });
}
