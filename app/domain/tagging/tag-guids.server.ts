import { createHash } from "node:crypto";

/** Of all tags of Heard, so that a tag has the same name among programs in every file. */
const space = "9d1c5d0e6d0b5a6fb0f2a4b7c3e8d210";

/** What programs call a tag: what another one named it, or a name made of what never changes of it (a UUID of version 5). */
export function guidOf(tag: {
  tagId: number;
  guid: string | null;
  createdAt: string;
}): string {
  if (tag.guid !== null) return tag.guid;
  return guidFor(`${tag.tagId} ${tag.createdAt}`);
}

/** The name among programs of whatever has this name here: the same each time. */
export function guidFor(name: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(space, "hex"))
    .update(name)
    .digest()
    .subarray(0, 16);
  hash[6] = (hash.readUInt8(6) & 0x0f) | 0x50;
  hash[8] = (hash.readUInt8(8) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
