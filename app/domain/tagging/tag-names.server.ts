import { toNameKey } from "../text/name-keys.ts";
import { distance } from "fastest-levenshtein";
import type { Db } from "#app/db/schema.ts";
import {
  selectTagInUseByKey,
  selectUnretiredTags,
} from "./tags.queries.server.ts";

export type NamedTag =
  | { ok: true; tagId: number }
  | { ok: false; reason: "no-such-tag"; nearest: string[] };

const mostNearest = 3;

/** The tag in use that somebody means by its name; where there is none, those whose names are nearest. */
export async function findTagNamed(db: Db, name: string): Promise<NamedTag> {
  const key = toNameKey(name);
  const found = await selectTagInUseByKey(db, key);
  if (found) return { ok: true, tagId: found.tagId };
  const near = (await selectUnretiredTags(db))
    .map((tag) => ({
      name: tag.name,
      apart: apartOf(toNameKey(tag.name), key),
    }))
    .filter(({ apart, name: own }) => apart <= Math.max(2, own.length / 3))
    .sort((a, b) => a.apart - b.apart);
  const nearest = near.slice(0, mostNearest).map((tag) => tag.name);
  return { ok: false, reason: "no-such-tag", nearest };
}

/** Of a longer name its beginning, or any part of it, is meant as well. */
function apartOf(name: string, typed: string): number {
  return name.includes(typed) ? 1 : distance(name, typed.slice(0, 200));
}
