import { z } from "zod";
import { tidyText } from "../text/foreign-text.ts";
import type { TriageActor } from "../triage/triage.ts";

/** Whoever tags: a signed-in member of staff, as `requireStaff` returns them. */
export type Tagger = TriageActor;

export const maxTagNameCharacters = 80;
export const maxTagDefinitionCharacters = 2_000;

/** What can be the matter with the words of a tag; a screen says it. */
export type TagProblem =
  | "tag-name-missing"
  | "tag-name-too-long"
  | "tag-definition-missing"
  | "tag-definition-too-long"
  | "tag-note-too-long"
  | "tag-tint";

const because = (problem: TagProblem) => problem;

const tidied = (missing: TagProblem) =>
  z.string({ error: missing }).max(100_000).transform(tidyText);

/** A tag without a definition means something else to each reviewer, so both are asked for. */
export const tagWordsSchema = z.object({
  name: tidied("tag-name-missing")
    .transform((name) => name.replace(/\s+/g, " "))
    .pipe(
      z
        .string()
        .min(1, because("tag-name-missing"))
        .max(maxTagNameCharacters, because("tag-name-too-long")),
    ),
  definition: tidied("tag-definition-missing").pipe(
    z
      .string(because("tag-definition-missing"))
      .min(1, because("tag-definition-missing"))
      .max(maxTagDefinitionCharacters, because("tag-definition-too-long")),
  ),
});

export type TagWords = z.infer<typeof tagWordsSchema>;

export const maxTagNoteCharacters = 1_000;

const note = z
  .string()
  .max(100_000)
  .optional()
  .transform((text) => tidyText(text ?? ""))
  .refine(
    (text) => text.length <= maxTagNoteCharacters,
    because("tag-note-too-long"),
  );

/** What a tag may say besides its name and definition. */
export const tagNotesSchema = z.object({
  includeNote: note,
  excludeNote: note,
  tint: z
    .string()
    .optional()
    .transform((hue) => hue?.trim().toLowerCase() || null)
    .refine(
      (hue) => hue === null || /^#[0-9a-f]{6}$/.test(hue),
      because("tag-tint"),
    ),
});

/** A tag that can be chosen. */
export type Tag = {
  tagId: number;
  name: string;
  definition: string;
  parentId: number | null;
};

/** What a tag says of itself besides its definition. */
export type TagNotes = {
  /** What belongs under it, and what does not; empty where that is not written down. */
  includeNote: string;
  excludeNote: string;
  /** Its own hue, as `#rrggbb`. */
  tint: string | null;
};

/** A tag on the tag list, with how often it is used. */
export type TagListEntry = Tag &
  TagNotes & {
    isRetired: boolean;
    /** Its own and its parts'; a response is counted once, whatever of it is tagged. */
    responseCount: number;
    passageCount: number;
    /** Its own alone. */
    ownResponseCount: number;
    ownPassageCount: number;
  };

/** A tag as its own page shows it. */
export type TagForEditing = Tag &
  TagNotes & {
    /** Since when it means what it means (ISO-8601 UTC); null where it never meant anything else. */
    definedAnewAt: string | null;
    parentName: string | undefined;
    isRetired: boolean;
    rowVersion: number;
  };

export type ArrangedTag<Entry> = Entry & {
  /** 0 for a tag that is part of no other. */
  depth: number;
};

type Placed = { tagId: number; name: string; parentId: number | null };

const byName = new Intl.Collator("en-GB", { sensitivity: "base" });

/**
 * Puts each tag under the one it is part of, otherwise by name. A tag whose
 * parent is not in the list stands on its own. It counts its way down and does
 * not call itself: tags may be parts of parts without end.
 */
export function arrangeTags<Entry extends Placed>(
  tags: readonly Entry[],
): ArrangedTag<Entry>[] {
  const children = childrenByParent(tags);
  const arranged: ArrangedTag<Entry>[] = [];
  const waiting: ArrangedTag<Entry>[] = [];
  const addChildren = (parent: number | null, depth: number) => {
    const siblings = children.get(parent) ?? [];
    siblings.sort((a, b) => byName.compare(b.name, a.name));
    for (const tag of siblings) waiting.push({ ...tag, depth });
  };
  addChildren(null, 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    arranged.push(next);
    addChildren(next.tagId, next.depth + 1);
  }
  return arranged;
}

function childrenByParent<Entry extends Placed>(tags: readonly Entry[]) {
  const ids = new Set(tags.map((tag) => tag.tagId));
  const children = new Map<number | null, Entry[]>();
  for (const tag of tags) {
    const parent =
      tag.parentId !== null && ids.has(tag.parentId) ? tag.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(tag);
    else children.set(parent, [tag]);
  }
  return children;
}

/** A tag and all that is part of it, however deep. */
export function idsUnder(
  tags: readonly Pick<Placed, "tagId" | "parentId">[],
  tagId: number,
): number[] {
  const children = new Map<number, number[]>();
  for (const { tagId: id, parentId } of tags) {
    if (parentId === null) continue;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(id);
    else children.set(parentId, [id]);
  }
  const found = new Set([tagId]);
  for (const id of found)
    for (const child of children.get(id) ?? []) found.add(child);
  return [...found];
}
