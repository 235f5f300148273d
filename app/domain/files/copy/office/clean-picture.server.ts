import path from "node:path";
import { redrawPng } from "../copy-picture.server.ts";
import { stripJpeg } from "../jpeg-segments.ts";

/** A picture inside a document without what it tells of its making; undefined for kinds that nothing here cleans. */
export async function cleanPicture(
  name: string,
  bytes: Buffer | undefined,
): Promise<Buffer | undefined> {
  if (!bytes) return undefined;
  const extension = path.extname(name).toLowerCase();
  if (extension === ".png") return redrawPng(bytes);
  if (![".jpg", ".jpeg", ".jpe", ".jfif"].includes(extension)) return undefined;
  // Its pixels stay the same bytes: a document says itself how it is turned.
  const stripped = stripJpeg(bytes);
  return stripped && Buffer.from(stripped);
}
