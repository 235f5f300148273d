import type {
  CodebookChangeKind,
  SomeTagState,
  TagDifference,
} from "#app/domain/tagging/codebook-changes.ts";
import { undoMinutes } from "#app/domain/tagging/codebook-changes.ts";
import type { TagListEntry } from "#app/domain/tagging/tags.ts";
import { plural } from "./counted.ts";

/** What the parts of a tag are called. */
export const partNames: Record<keyof SomeTagState, string> = {
  name: "Name",
  definition: "What it means",
  includeNote: "Include",
  excludeNote: "Leave out",
  tint: "Colour",
  parentId: "Part of",
  isRetired: "Use",
};

/** How much is tagged, in words. */
export function amountOf(passages: number, wholes: number): string {
  return `${plural(passages, "passage", "passages")} and ${plural(wholes, "whole response", "whole responses")}`;
}

/** A tag's difference line by line. @param nameOf how another tag is called */
export function differenceLines(
  { before, after }: TagDifference,
  nameOf: (tagId: number) => string,
): string[] {
  const say = (value: SomeTagState[keyof SomeTagState]) => {
    if (value === null || value === undefined || value === "") return "nothing";
    if (typeof value === "boolean") return value ? "retired" : "in use";
    return `“${typeof value === "number" ? nameOf(value) : value}”`;
  };
  return (Object.keys(after) as (keyof SomeTagState)[]).map(
    (part) =>
      `${partNames[part]}: ${say(before[part])}, now ${say(after[part])}`,
  );
}

/** What changing a tag's words or place would come to. */
export function describeRedefinition(
  difference: TagDifference | undefined,
  counted: TagListEntry | undefined,
  partOf: string,
): string[] {
  if (!difference) return ["Nothing: it says the same as before."];
  const { after } = difference;
  const lines = differenceLines(difference, (tagId) =>
    tagId === after.parentId ? partOf : "another tag",
  );
  const isMeaning =
    after.definition !== undefined ||
    after.includeNote !== undefined ||
    after.excludeNote !== undefined;
  const amount = `${plural(counted?.ownPassageCount ?? 0, "passage", "passages")} in ${plural(counted?.ownResponseCount ?? 0, "response", "responses")}`;
  return [
    ...lines,
    isMeaning
      ? `${amount} keep the tag, and stand in a list to be looked at again under what it means now.`
      : `${amount} keep the tag.`,
  ];
}

const done: Record<CodebookChangeKind, string> = {
  defined: "The tag was defined.",
  redefined: "The tag was changed.",
  moved: "The tag was moved.",
  merged: "The tags were merged.",
  split: "The new tag was made.",
  recoded: "It was tagged anew.",
  retired: "The tag was retired.",
  unretired: "The tag is in use again.",
  imported: "The codebook was taken in.",
  undone: "It was undone.",
};

/** The line after a change, with how it can be taken back. */
export function tellDone(kind: CodebookChangeKind) {
  const text = `${done[kind]} You can undo it for ${undoMinutes} minutes, under History.`;
  return { kind: "success" as const, text };
}

/** The same after a tag's own form, which may have changed nothing. */
export function changeDone({
  difference,
}: {
  difference: TagDifference | undefined;
}) {
  return difference
    ? tellDone("redefined")
    : { kind: "notice" as const, text: "Nothing was changed." };
}

/** What retiring a tag, or taking it back into use, would come to. */
export function describeRetirement(
  tag: { tagId: number; isRetired: boolean },
  list: TagListEntry[],
): string[] {
  const counted = list.find(({ tagId }) => tagId === tag.tagId);
  const parts = list.filter(
    ({ parentId, isRetired }) => parentId === tag.tagId && !isRetired,
  ).length;
  const amount = `${plural(counted?.ownPassageCount ?? 0, "passage", "passages")} in ${plural(counted?.ownResponseCount ?? 0, "response", "responses")}`;
  if (tag.isRetired)
    return ["It can be chosen again.", `${amount} still have it.`];
  return [
    "Nobody can choose it any more, and its name is free for another tag.",
    `${amount} keep it, and can still be read here.`,
    ...(parts > 0
      ? [`${plural(parts, "part of it stays", "parts of it stay")} in use.`]
      : []),
  ];
}

/** Why a tag was not retired, or not taken back. */
export const retirementRefusals = {
  "name-taken":
    "Another tag has this name since. Give that one another name first.",
  stale:
    "Somebody changed this tag while you had the page open. This is what it comes to now.",
};
