import { z } from "zod";
import {
  type BulkKind,
  type BulkOutcome,
  bulkOutcomes,
  type BulkStanding,
  bulkUndone,
  type BulkUndone,
} from "#app/db/bulk-values.ts";

export type { BulkKind, BulkOutcome, BulkStanding, BulkUndone };

/** So many responses one action is about at most; what is left is another. */
export const maxBulkItems = 50_000;
export const maxBulkTags = 20;
/** So long whoever did it may undo all of it. */
export const minutesToUndoBulk = 10;
/** What was previewed and not begun by then is previewed again. */
export const minutesToBegin = 60;

/** So many of what was left are named one by one. */
export const mostLeftListed = 50;

/** What many responses can be decided to be: nothing that somebody has to be told of, and nothing about safeguarding. */
export const bulkStates = ["triaged", "out-of-scope"] as const;

/** What is to be done to each. */
export type BulkDeed =
  | { kind: "add-tags" | "remove-tags"; tagIds: number[] }
  /** People and groups; several take turns; nobody, where it is empty. */
  | { kind: "assign"; people: string[] }
  | { kind: "decide"; state: (typeof bulkStates)[number] };

/** So long it is kept which responses an action that ended was about; their own histories say it for good. */
export const daysToKeepItems = 30;

/** What an action came to, once it is not kept any more to which responses. */
const countsSchema = z.array(
  z.object({
    outcome: z.enum(bulkOutcomes).nullable(),
    undone: z.enum(bulkUndone).nullable(),
    count: z.number(),
  }),
);
type BulkCounts = z.infer<typeof countsSchema>;

const details = {
  /** There were more than `maxBulkItems`. */
  isCut: z.boolean().default(false),
  counts: countsSchema.optional(),
  /** So many were taken off the preview one by one. */
  takenOff: z.number().default(0),
};

/** What stands in the column `details`, by the kind beside it. */
export const bulkDetails = {
  "add-tags": z.object({ tagIds: z.array(z.number()), ...details }),
  "remove-tags": z.object({ tagIds: z.array(z.number()), ...details }),
  assign: z.object({ people: z.array(z.string()), ...details }),
  decide: z.object({ state: z.enum(bulkStates), ...details }),
} satisfies Record<BulkKind, z.ZodType>;

/** How a response was before, for whoever undoes it. */
export const beforeSchema = z.object({
  /** Tags that were given. */
  added: z.array(z.number()).optional(),
  /** Tags that were taken off, as they had been given. */
  removed: z
    .array(
      z.object({
        tagId: z.number(),
        taggedBy: z.string(),
        taggedAt: z.string(),
      }),
    )
    .optional(),
  state: z.string().optional(),
  assigneeId: z.string().nullable().optional(),
  /** The version it has since. */
  rowVersion: z.number().optional(),
});
export type BeforeIt = z.infer<typeof beforeSchema>;

export type BulkAction = {
  actionId: number;
  madeBy: string;
  madeByName: string;
  deed: BulkDeed;
  standing: BulkStanding;
  /** The address of the list that it is about. */
  search: string;
  isCut: boolean;
  /** There once its responses are not kept any more. */
  counts: BulkCounts | undefined;
  /** How many whoever previewed it took off it one by one. */
  takenOff: number;
  madeAt: string;
  startedAt: string | null;
  endedAt: string | null;
};

/** What stands in the column `details` of an action. */
export function writeDetails({
  deed: { kind: _, ...deed },
  ...kept
}: Pick<BulkAction, "deed" | "isCut" | "counts" | "takenOff">): string {
  const { isCut, counts, takenOff } = kept;
  return JSON.stringify({ ...deed, isCut, counts, takenOff });
}

/** Until when it can be undone; undefined where it cannot. */
export function undoableUntil(
  action: Pick<BulkAction, "standing" | "endedAt">,
): Date | undefined {
  if (action.endedAt === null) return undefined;
  if (action.standing !== "done" && action.standing !== "cancelled")
    return undefined;
  return new Date(Date.parse(action.endedAt) + minutesToUndoBulk * 60_000);
}

/** What can be the matter with the form; a screen says it. */
export type BulkProblem = "deed-missing" | "tags-missing" | "state-missing";

const because = (problem: BulkProblem) => problem;
const list = z.array(z.string().max(200)).max(500).optional();

/** The form in which a deed is chosen: fields of the deeds that were not chosen are passed over. */
export const deedSchema = z
  .object({
    deed: z.enum(["add-tags", "remove-tags", "assign", "decide"], {
      error: because("deed-missing"),
    }),
    tagIds: list,
    people: list,
    state: z.enum(["", ...bulkStates]).optional(),
  })
  .superRefine(({ deed, tagIds = [], state }, context) => {
    const add = (path: string, message: BulkProblem) =>
      context.addIssue({ code: "custom", path: [path], message });
    const isOfTags = deed === "add-tags" || deed === "remove-tags";
    if (isOfTags && (tagIds.length === 0 || tagIds.length > maxBulkTags))
      add("tagIds", "tags-missing");
    if (deed === "decide" && !state) add("state", "state-missing");
  })
  .transform(({ deed, tagIds = [], people = [], state }): BulkDeed => {
    if (deed === "assign") return { kind: deed, people };
    if (deed === "decide") return { kind: deed, state: state || "triaged" };
    return { kind: deed, tagIds: [...new Set(tagIds.map(Number))] };
  });

/** So many of a preview are shown at a time, to be taken off it. */
export const shownAtATime = 50;

export const doSchema = z.object({
  intent: z.enum(["begin", "cancel", "undo", "take-off"]),
  /** Those that are taken off the preview. */
  references: z.array(z.string().max(40)).max(shownAtATime).optional(),
});
