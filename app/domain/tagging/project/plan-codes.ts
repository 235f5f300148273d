import { toNameKey } from "../../text/name-keys.ts";
import type { CodebookEntry } from "../codebook-files.ts";
import { type KnownTag, planCodebook } from "../codebook-plan.ts";
import type { PlannedCode } from "./project.ts";

/**
 * Which tag each code of a project is: known by what programs call it, else by
 * its name; a tag that is there stays as it is here, whatever the file says of
 * it. The others are new, or refused by the rules of a codebook.
 */
export function planCodes(
  entries: CodebookEntry[],
  known: KnownTag[],
): PlannedCode[] {
  const byGuid = new Map(known.map((tag) => [tag.guid, tag]));
  const inUse = known.filter(({ isRetired }) => !isRetired);
  const byKey = new Map(inUse.map((tag) => [toNameKey(tag.name), tag]));
  const planned = new Map<CodebookEntry, PlannedCode>();
  /** What a code's parts call it, and what it is called here. */
  const names = new Map<string, string>();
  for (const entry of entries) {
    const own = entry.guid === undefined ? undefined : byGuid.get(entry.guid);
    const tag = own ?? byKey.get(toNameKey(entry.name));
    if (!tag) continue;
    names.set(entry.name, tag.name);
    const { tagId, isRetired } = tag;
    const what = own ? "by-guid" : "by-name";
    planned.set(entry, { entry, what, tagId, isRetired });
  }
  const rest = entries
    .filter((entry) => !planned.has(entry))
    .map((entry) => {
      const { parentName } = entry;
      const here = parentName && names.get(parentName);
      return { entry, renamed: here ? { ...entry, parentName: here } : entry };
    });
  const plans = planCodebook(
    rest.map(({ renamed }) => renamed),
    known,
  );
  for (const [at, plan] of plans.entries()) {
    const entry = rest[at]?.entry;
    if (entry && (plan.what === "new" || plan.what === "refused"))
      planned.set(entry, plan);
  }
  return entries.flatMap((entry) => planned.get(entry) ?? []);
}
