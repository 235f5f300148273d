import { toNameKey } from "../text/name-keys.ts";
import { maxTagLevels } from "./tag-places.ts";
import type {
  CodebookEntry,
  EntryProblem,
  PlannedEntry,
} from "./codebook-files.ts";
import {
  maxTagDefinitionCharacters,
  maxTagNameCharacters,
  maxTagNoteCharacters,
} from "./tags.ts";

/** A tag that is there already. */
export type KnownTag = {
  tagId: number;
  guid: string;
  name: string;
  definition: string;
  includeNote: string;
  excludeNote: string;
  tint: string | null;
  parentName: string | undefined;
  isRetired: boolean;
};

type Refusal = { problem: EntryProblem; otherLine?: number | undefined };

/**
 * What taking in a file would come to, tag by tag. A tag is known by what
 * programs call it, or by its name; one that is refused takes its parts along.
 */
export function planCodebook(
  entries: CodebookEntry[],
  known: KnownTag[],
): PlannedEntry[] {
  const byGuid = new Map(known.map((tag) => [tag.guid, tag]));
  const inUse = known.filter((tag) => !tag.isRetired);
  const byKey = new Map(inUse.map((tag) => [toNameKey(tag.name), tag]));
  const refusals = refuseEntries(entries, new Set(byKey.keys()));
  return entries.map((entry) => {
    const refusal = refusals.get(entry);
    if (refusal) return { entry, what: "refused", ...refusal };
    const named = byKey.get(toNameKey(entry.name));
    const found = (entry.guid && byGuid.get(entry.guid)) || named;
    if (!found) return { entry, what: "new" };
    if (named && named !== found)
      return { entry, what: "refused", problem: "name-taken" };
    const { tagId } = found;
    return { entry, what: isSame(entry, found) ? "same" : "changed", tagId };
  });
}

function isSame(entry: CodebookEntry, tag: KnownTag): boolean {
  return (
    entry.name === tag.name &&
    entry.definition === tag.definition &&
    entry.includeNote === tag.includeNote &&
    entry.excludeNote === tag.excludeNote &&
    entry.tint === tag.tint &&
    entry.isRetired === tag.isRetired &&
    toNameKey(entry.parentName ?? "") === toNameKey(tag.parentName ?? "")
  );
}

function refuseEntries(entries: CodebookEntry[], knownKeys: Set<string>) {
  const refusals = new Map<CodebookEntry, Refusal>();
  const firsts = new Map<string, CodebookEntry>();
  for (const entry of entries) {
    const problem = ownProblem(entry);
    const key = toNameKey(entry.name);
    const first = firsts.get(key);
    if (problem) refusals.set(entry, { problem });
    else if (first)
      refusals.set(entry, { problem: "twin", otherLine: first.line });
    else firsts.set(key, entry);
  }
  for (const entry of firsts.values()) {
    const problem = placeProblemOf(entry, firsts, knownKeys);
    if (problem) refusals.set(entry, { problem });
  }
  // One whose parent is refused has nowhere to stand; neither have its own parts.
  for (let isMore = true; isMore;) {
    isMore = false;
    for (const entry of firsts.values()) {
      const parent =
        entry.parentName && firsts.get(toNameKey(entry.parentName));
      if (!parent || refusals.has(entry) || !refusals.has(parent)) continue;
      refusals.set(entry, {
        problem: "parent-refused",
        otherLine: parent.line,
      });
      isMore = true;
    }
  }
  return refusals;
}

function ownProblem(entry: CodebookEntry): EntryProblem | undefined {
  if (toNameKey(entry.name) === "") return "name-missing";
  if (entry.name.length > maxTagNameCharacters) return "name-too-long";
  if (entry.definition.length > maxTagDefinitionCharacters)
    return "definition-too-long";
  const longest = Math.max(entry.includeNote.length, entry.excludeNote.length);
  if (longest > maxTagNoteCharacters) return "note-too-long";
  const isHue = entry.tint === null || /^#[0-9a-f]{6}$/.test(entry.tint);
  return isHue ? undefined : "tint";
}

/** Walks up within the file: a ring comes back to where it began, a ladder ends. */
function placeProblemOf(
  entry: CodebookEntry,
  firsts: Map<string, CodebookEntry>,
  knownKeys: Set<string>,
): EntryProblem | undefined {
  let at = entry;
  const passed = new Set<CodebookEntry>();
  for (let level = 1; at.parentName !== undefined; level += 1) {
    const key = toNameKey(at.parentName);
    const parent = firsts.get(key);
    if (parent === entry) return "cycle";
    // Below somebody else's ring: that one is refused, and this with it.
    if (parent && passed.has(parent)) return undefined;
    if (level >= maxTagLevels) return "too-deep";
    if (!parent) {
      if (at === entry && !knownKeys.has(key)) return "parent-unknown";
      return undefined;
    }
    passed.add(parent);
    at = parent;
  }
  return undefined;
}
