import { afterwardsAddress, keptCallAddress } from "#app/call-addresses.ts";
import type { Unlooked } from "#app/domain/calls/authoring/alone.server.ts";
import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { describeTextChanges } from "./call-text-changes.ts";

type Names = ReadonlyMap<string, string>;

type Looking = {
  /** The oldest that nobody has looked at. */
  first: Unlooked | undefined;
  versions: { before: CallDefinition; after: CallDefinition } | undefined;
  names: Names;
  staffId: string;
};

/** What one person published alone, for whoever looks afterwards. */
export function describeAfterwards(
  call: Call,
  { first, versions, names, staffId }: Looking,
) {
  const isOwn = first?.staffId === staffId;
  const copyOf = (definition: CallDefinition) => toWorkingCopy(0, definition);
  return {
    callTitle: call.definition.title.en,
    backHref: keptCallAddress(call.slug),
    who: first
      ? `${tellAlone(first, names)}${isOwn ? " A colleague has to look: you cannot approve it yourself." : ""}`
      : "Nothing waits for a look afterwards.",
    reason: first?.reason,
    version: first && !isOwn ? first.definitionId : undefined,
    texts: versions
      ? describeTextChanges({
          published: copyOf(versions.before),
          copy: copyOf(versions.after),
        })
      : [],
  };
}

const tellAlone = ({ staffId, at, version }: Unlooked, names: Names) =>
  `${names.get(staffId) ?? "A colleague"} published version ${version} alone on ${formatMoment(at)}, in an emergency.`;

/** On a call's page: that nobody else has looked at it yet, one for each version. */
export function tellUnlooked(
  { slug }: Pick<Call, "slug">,
  unlooked: Unlooked[],
  names: Names,
) {
  return unlooked.map((one) => ({
    words: `${tellAlone(one, names)} Nobody else has looked at it yet.`,
    href: afterwardsAddress(slug),
    link: `Look at what version ${one.version} changed`,
  }));
}

/** What is said once somebody has looked, and why it does not count. */
export const afterwardsWords = {
  done: "It is written down that you have looked at it and approve it.",
  "not-proposed": "Somebody has looked at it already. Nothing was done.",
  "own-proposal":
    "You published this, so a colleague has to look at it. Nothing was done.",
} as const;
