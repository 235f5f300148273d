import { z } from "zod";
import type { CodebookChangeKind } from "#app/db/column-values.ts";

export type { CodebookChangeKind };

/** So long whoever changed the codebook may undo it; whoever leads may later too. */
export const undoMinutes = 10;

/** What can be said of a tag, and be changed. */
const tagStateSchema = z.strictObject({
  name: z.string(),
  definition: z.string(),
  includeNote: z.string(),
  excludeNote: z.string(),
  tint: z.string().nullable(),
  parentId: z.number().nullable(),
  isRetired: z.boolean(),
});
export type TagState = z.infer<typeof tagStateSchema>;
/** What is said of a tag in a change. */
export type SomeTagState = {
  [Name in keyof TagState]?: TagState[Name] | undefined;
};

const tagChangeSchema = z.strictObject({
  tagId: z.number(),
  before: tagStateSchema.partial(),
  after: tagStateSchema.partial(),
});
/** What of one tag was changed, before and after. A tag that was made counts as retired before. */
export type TagDifference = z.infer<typeof tagChangeSchema>;

/** How much was taken from one tag to another. */
export const moveCountsSchema = z.strictObject({
  passages: z.number(),
  wholes: z.number(),
  /** Of these, what became one with what was there: the same words, or the same response. */
  joined: z.number(),
});
export type MoveCounts = z.infer<typeof moveCountsSchema>;

/** What could not be put back, and why not. */
export const leftSchema = z.strictObject({
  tagId: z.number(),
  what: z.enum([...tagStateSchema.keyof().options, "passages"]),
  reason: z.enum(["changed-since", "name-taken", "parent-gone", "in-use"]),
  count: z.number().optional(),
});
export type LeftAsItIs = z.infer<typeof leftSchema>;

export const changeDetailsSchema = z.strictObject({
  tags: z.array(tagChangeSchema).default([]),
  moves: moveCountsSchema.optional(),
  fromTagId: z.number().optional(),
  toTagId: z.number().optional(),
  /** Of an undoing: what it undid and what it had to leave. */
  undoes: z.number().optional(),
  left: z.array(leftSchema).optional(),
});
export type ChangeDetails = z.infer<typeof changeDetailsSchema>;

/** What was done to the codebook, as its history tells it. */
export type CodebookChange = {
  changeId: number;
  kind: CodebookChangeKind;
  madeById: string;
  madeBy: string;
  /** ISO-8601 UTC. */
  madeAt: string;
  details: ChangeDetails;
  undone: { by: string; at: string } | undefined;
};

/** Whether somebody may undo a change now. */
export function mayUndo(
  change: Pick<CodebookChange, "kind" | "madeById" | "madeAt" | "undone">,
  actor: { staffId: string; isLead: boolean; now: Date },
): boolean {
  if (change.undone || change.kind === "undone") return false;
  const age = actor.now.getTime() - new Date(change.madeAt).getTime();
  const isFresh = age <= undoMinutes * 60_000;
  // A tag that has stood for longer is retired, as any other.
  if (actor.isLead) return isFresh || change.kind !== "defined";
  return isFresh && change.madeById === actor.staffId;
}
