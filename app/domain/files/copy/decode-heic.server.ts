import libheif from "libheif-js/wasm-bundle.js";
import { copyLimits } from "./copying.ts";

type Decoded = { pixels: Uint8ClampedArray; width: number; height: number };

/**
 * The pixels of a HEIC, which the decoder that comes with sharp does not read.
 * The sizes are known before a pixel is decoded.
 */
export async function decodeHeic(
  bytes: Uint8Array,
): Promise<Decoded | undefined> {
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) return undefined;
  const width = image.get_width();
  const height = image.get_height();
  if (width * height > copyLimits.maxHeicPixels) return undefined;
  const pixels = new Uint8ClampedArray(width * height * 4);
  return new Promise((resolve) => {
    image.display({ data: pixels, width, height }, (shown) =>
      resolve(shown ? { pixels, width, height } : undefined),
    );
  });
}
