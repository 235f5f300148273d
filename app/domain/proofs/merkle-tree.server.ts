import { createHash } from "node:crypto";

/*
 * The tree of RFC 6962 and 9162, in which a leaf can be shown to be without the
 * others. Here a hash is its 64 small hexadecimal digits.
 */

/** What stands for a leaf's own bytes, so that no node can be taken for one. */
export function hashLeaf(bytes: Uint8Array): string {
  return createHash("sha256").update(leafMark).update(bytes).digest("hex");
}

const leafMark = Buffer.of(0);
const nodeMark = Buffer.of(1);

function hashNode(left: string, right: string): string {
  return createHash("sha256")
    .update(nodeMark)
    .update(left, "hex")
    .update(right, "hex")
    .digest("hex");
}

/** The root over hashes of leaves, or over roots of subtrees that all have as many leaves, a power of two, but the last. */
export function rootOf(hashes: string[]): string {
  if (hashes.length === 0) return createHash("sha256").digest("hex");
  let level = hashes;
  while (level.length > 1) level = levelAbove(level);
  return level[0] ?? "";
}

/** One that is left over goes up as it is: the same tree as by splitting at the largest power of two. */
function levelAbove(level: string[]): string[] {
  const above: string[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left = "", right] = level.slice(at, at + 2);
    above.push(right === undefined ? left : hashNode(left, right));
  }
  return above;
}

/** The hashes beside the way from one of them up to the root, from below. */
export function pathTo(hashes: string[], position: number): string[] {
  const path: string[] = [];
  let level = hashes;
  for (let at = position; level.length > 1; at >>= 1) {
    const beside = level[at ^ 1];
    if (beside !== undefined) path.push(beside);
    level = levelAbove(level);
  }
  return path;
}

export type Inclusion = {
  leaf: string;
  /** From 0. */
  position: number;
  /** How many leaves there are. */
  count: number;
  path: string[];
};

/** The root to which a leaf's way leads (RFC 9162, 2.1.3.2); undefined where the way is too long or too short. */
export function rootByPath({
  leaf,
  position,
  count,
  path,
}: Inclusion): string | undefined {
  if (position >= count) return undefined;
  let root = leaf;
  let at = position;
  let last = count - 1;
  for (const beside of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      root = hashNode(beside, root);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else root = hashNode(root, beside);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : undefined;
}

/** So that one leaf's way asks for a part of a day and not for all of it. */
export const blockLeaves = 1024;

/** The roots of a day's blocks, whose root is the day's. */
export function blockRoots(leaves: string[]): string[] {
  const count = Math.ceil(leaves.length / blockLeaves);
  return Array.from({ length: count }, (_, block) =>
    rootOf(leaves.slice(block * blockLeaves, (block + 1) * blockLeaves)),
  );
}
