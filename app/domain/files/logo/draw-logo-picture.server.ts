import sharp from "sharp";
import { bindDecoder } from "../copy/copy-picture.server.ts";
import {
  logoLimits,
  type LogoOutcome,
  type LogoTask,
  shownSize,
} from "../logo-drawing.ts";

const kinds = ["png", "jpeg"];

/** Of 255: lighter than this on the whole, a picture is not seen on white. */
const lightFrom = 170;

/**
 * Draws a logo anew from its pixels, at the sizes at which it is shown: where it
 * was made, by whom and whatever stands behind it stay behind.
 */
export async function drawLogoPicture({
  source,
}: Pick<LogoTask, "source">): Promise<LogoOutcome> {
  bindDecoder();
  const options = {
    limitInputPixels: logoLimits.maxPixels,
    failOn: "truncated",
  } as const;
  const { format, width, height, autoOrient } = await sharp(source, {
    ...options,
    limitInputPixels: false,
  }).metadata();
  if (!kinds.includes(format)) return { ok: false, fault: "other-kind" };
  if (width * height > logoLimits.maxPixels)
    return { ok: false, fault: "too-many-pixels" };
  const shown = shownSize(autoOrient);
  if (!shown) return { ok: false, fault: "too-small" };
  const drawAt = async (times: number) => {
    const most = Math.min(times, autoOrient.width / shown.width);
    return sharp(source, options)
      .autoOrient()
      .resize({
        width: Math.round(shown.width * most),
        height: Math.round(shown.height * most),
        fit: "fill",
      })
      .webp({ quality: 90, alphaQuality: 100, effort: 6 })
      .toBuffer();
  };
  const [single, double] = [await drawAt(1), await drawAt(2)];
  return {
    ok: true,
    drawing: {
      ...shown,
      isLight: await isLightOnNothing(double),
      single: single.toString("base64"),
      double: double.toString("base64"),
    },
  };
}

/** What is seen through is told from how it looks on black and on white. */
async function isLightOnNothing(picture: Buffer): Promise<boolean> {
  const { isOpaque } = await sharp(picture).stats();
  if (isOpaque) return false;
  const [onBlack = 0, onWhite = 0] = await Promise.all(
    ["black", "white"].map(async (background) => {
      const flat = await sharp(picture)
        .flatten({ background })
        .greyscale()
        .toBuffer();
      const { channels } = await sharp(flat).stats();
      return channels[0]?.mean ?? 0;
    }),
  );
  const covered = 1 - (onWhite - onBlack) / 255;
  return covered > 0 && onBlack / covered > lightFrom;
}
