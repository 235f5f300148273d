import { tagAddress } from "#app/addresses.ts";
import {
  type CodebookChange,
  type CodebookChangeKind,
  type LeftAsItIs,
  mayUndo,
} from "#app/domain/tagging/codebook-changes.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { amountOf, differenceLines, partNames } from "./codebook-changes.ts";
import { inNumbers, plural } from "./counted.ts";

const kindWords: Record<CodebookChangeKind, string> = {
  defined: "Defined",
  redefined: "Changed",
  moved: "Moved",
  merged: "Merged",
  split: "Split off",
  recoded: "Tagged anew",
  retired: "Retired",
  unretired: "Taken back into use",
  imported: "Taken in from a file",
  undone: "Undone",
};

type Reader = { staffId: string; isLead: boolean; now: Date };

const mostTagsTold = 8;

/** Changes of the codebook in words, each with the button that undoes it where the reader may. */
export function describeChanges(
  changes: CodebookChange[],
  names: Map<number, string>,
  reader: Reader,
) {
  const nameOf = (tagId: number) => names.get(tagId) ?? "a tag that is no more";
  return changes.map((change) => ({
    changeId: change.changeId,
    heading: headingOf(change, nameOf),
    who: `${change.madeBy}, ${formatMoment(change.madeAt)}`,
    lines: linesOf(change, nameOf),
    undone:
      change.undone &&
      `Undone by ${change.undone.by}, ${formatMoment(change.undone.at)}`,
    mayUndo: mayUndo(change, reader),
    links: tagsOf(change)
      .slice(0, mostTagsTold)
      .map((tagId) => ({ label: nameOf(tagId), href: tagAddress(tagId) })),
  }));
}

function tagsOf({ details }: CodebookChange): number[] {
  const { fromTagId, toTagId, tags } = details;
  const about = [fromTagId, toTagId].filter((id) => id !== undefined);
  return [...new Set([...about, ...tags.map(({ tagId }) => tagId)])];
}

function headingOf(
  { kind, details }: CodebookChange,
  nameOf: (tagId: number) => string,
): string {
  const { fromTagId, toTagId, undoes } = details;
  if (kind === "undone") return `Undone: change ${undoes}`;
  if (fromTagId !== undefined && toTagId !== undefined)
    return `${kindWords[kind]}: “${nameOf(fromTagId)}” into “${nameOf(toTagId)}”`;
  const [only, ...others] = details.tags;
  if (only && others.length === 0)
    return `${kindWords[kind]}: “${nameOf(only.tagId)}”`;
  return kindWords[kind];
}

function linesOf(
  { kind, details }: CodebookChange,
  nameOf: (tagId: number) => string,
): string[] {
  const { tags, moves, left } = details;
  const shown = kind === "defined" ? [] : tags.slice(0, mostTagsTold);
  const several = tags.length > 1;
  return [
    ...(moves
      ? [
          `${amountOf(moves.passages, moves.wholes)}, of which ${inNumbers(moves.joined)} became one with what was there`,
        ]
      : []),
    ...shown.flatMap((difference) =>
      differenceLines(difference, nameOf).map((line) =>
        several ? `${nameOf(difference.tagId)} – ${line}` : line,
      ),
    ),
    ...(tags.length > shown.length && kind !== "defined"
      ? [`and ${plural(tags.length - shown.length, "tag", "tags")} more`]
      : []),
    ...(left ?? []).map((one) => leftLine(one, nameOf)),
  ];
}

const leftReasons: Record<LeftAsItIs["reason"], string> = {
  "changed-since": "it was changed since",
  "name-taken": "another tag has the name",
  "parent-gone": "the tag it was part of is out of use, or has no room",
  "in-use": "it has been used since",
};

/** What an undoing had to leave as it is. */
export function leftLine(
  { tagId, what, reason, count }: LeftAsItIs,
  nameOf: (tagId: number) => string,
): string {
  const thing =
    what === "passages"
      ? plural(count ?? 0, "passage or response", "passages or responses")
      : partNames[what];
  return `Left as it is: ${thing} of “${nameOf(tagId)}”, because ${leftReasons[reason]}`;
}
