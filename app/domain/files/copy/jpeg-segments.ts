const [startOfImage, endOfImage, startOfScan] = [0xd8, 0xd9, 0xda];
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** JFIF, the colour profile and Adobe's word on colours change what the pixels look like; nothing else that is told does. */
function isNeeded(marker: number, segment: Uint8Array): boolean {
  const isTold = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  if (!isTold) return true;
  const name = Buffer.from(segment.subarray(4, 16)).toString("latin1");
  return (
    (marker === 0xe0 && name.startsWith("JFIF\0")) ||
    (marker === 0xe2 && name.startsWith("ICC_PROFILE\0")) ||
    (marker === 0xee && name.startsWith("Adobe"))
  );
}

/**
 * A JPEG without what it tells of its making: where, when, with what and by
 * whom, comments, thumbnails, and whatever stands behind its end. Its pixels
 * are the same bytes as before.
 *
 * @returns undefined for what is no JPEG from its beginning to its end.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return undefined;
  const kept = [bytes.subarray(0, 2)];
  for (let position = 2; position + 1 < bytes.length;) {
    const marker = bytes[position + 1] ?? 0;
    if (bytes[position] !== 0xff) return undefined;
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    if (marker === endOfImage) {
      kept.push(bytes.subarray(position, position + 2));
      return Buffer.concat(kept);
    }
    const length =
      ((bytes[position + 2] ?? 0) << 8) | (bytes[position + 3] ?? 0);
    let end = position + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    if (marker === startOfScan) end = endOfScan(bytes, end);
    const segment = bytes.subarray(position, end);
    if (isNeeded(marker, segment)) kept.push(segment);
    position = end;
  }
  return undefined;
}

/** In a scan FF is followed by 00, or by a restart; anything else is the next segment. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0;) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !isRestart(next)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}
