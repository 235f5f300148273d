import type { MergePreview } from "#app/domain/tagging/merging.server.ts";
import type { RecodingPreview } from "#app/domain/tagging/recoding.server.ts";
import { amountOf } from "./codebook-changes.ts";
import { plural } from "./counted.ts";

/** What a merge would come to. */
export function describeMerge(preview: MergePreview): string[] {
  const { from, to, counts, parts } = preview;
  return [
    `${amountOf(counts.passages, counts.wholes)} tagged “${from.name}” will be tagged “${to.name}”.`,
    ...joinedLines(preview),
    ...(parts.length > 0
      ? [`Parts that go along: ${parts.map((name) => `“${name}”`).join(", ")}.`]
      : []),
    `“${from.name}” goes out of use, and its name is free.`,
  ];
}

/** What taking chosen things to another tag would come to. */
export function describeRecoding(
  preview: RecodingPreview,
  toName: string,
): string[] {
  const { counts, gone } = preview;
  return [
    `${amountOf(counts.passages, counts.wholes)} will be tagged “${toName}” instead.`,
    ...joinedLines(preview),
    ...(gone > 0
      ? [
          `${plural(gone, "of your choice has", "of your choice have")} not got the tag any more, and stay as they are.`,
        ]
      : []),
  ];
}

function joinedLines({
  counts,
  overlaps,
}: Pick<MergePreview, "counts" | "overlaps">): string[] {
  return [
    ...(counts.joined > 0
      ? [
          `${plural(counts.joined, "of them has", "of them have")} that tag on the same words or the same response already: the two become one, with both memos.`,
        ]
      : []),
    ...(overlaps > 0
      ? [
          `${plural(overlaps, "passage overlaps", "passages overlap")} others that have that tag, and stay beside them.`,
        ]
      : []),
  ];
}

/** Above a preview that is not what somebody had seen. */
export const changedMeanwhile =
  "Somebody changed these tags, or what is tagged with them, after you saw the page. Nothing was done. This is what it comes to now.";

/** Why tags were not merged or tagged anew, by what stands against it. */
export const reshapingRefusals = {
  "same-tag": "Choose another tag: this is the tag itself",
  "not-in-use":
    "One of the two tags is out of use: somebody has merged or retired it. Open the list of tags again",
  "name-taken": "There is a tag of this name already. Choose it instead",
  "parent-not-found": "There is no such tag any more",
  "too-deep": "That would be too many levels",
};
