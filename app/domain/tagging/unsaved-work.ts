import { z } from "zod";
import { changesOf } from "./response-tags.ts";
import type { TriageState } from "../triage/triage.ts";

/** The fields of each part of a response's page that can be saved without the others. */
export const workFields = {
  tags: [
    "tagIds",
    "seenTagIds",
    "responseNewTagName",
    "responseNewTagDefinition",
  ],
  passage: [
    "source",
    "quote",
    "passageTagIds",
    "memo",
    "passageNewTagName",
    "passageNewTagDefinition",
  ],
  decision: ["state", "assigneeId", "note"],
  note: ["body"],
  flag: ["riskKind", "reason"],
} as const satisfies Record<string, readonly string[]>;

/** A draft of somebody's own, on a response that others may have decided since. */
export const daysWorkIsKept = 30;

export type WorkPart = keyof typeof workFields;
export const workParts = Object.keys(workFields) as WorkPart[];

/** Fields as a form sends them; several of one name for ticked boxes. */
export type SentFields = readonly (readonly [name: string, value: string])[];

export const keptWorkSchema = z.object({
  /** Of the response as the person saw it, where it had changed since; else what is kept is as good as new. */
  rowVersion: z.number().optional(),
  fields: z.array(z.tuple([z.string(), z.string()])),
});

export type KeptWork = z.infer<typeof keptWorkSchema>;

/** What the parts are compared with: a choice that is saved already is nothing to keep. */
export type SavedWork = {
  state: TriageState;
  assigneeId: string | null;
};

/** The fields of one part, of all that were sent. */
export function fieldsOfPart(fields: SentFields, part: WorkPart): SentFields {
  const names: readonly string[] = workFields[part];
  return fields.filter(([name]) => names.includes(name));
}

/** Which parts have something typed, ticked or chosen in them that is not saved. */
export function unsavedParts(fields: SentFields, saved: SavedWork): WorkPart[] {
  const valueOf = (name: string) =>
    fields.find(([candidate]) => candidate === name)?.[1] ?? "";
  const isSent = (name: string) => fields.some(([sent]) => sent === name);
  const isFilled = (...names: string[]) =>
    names.some((name) => valueOf(name).trim() !== "");
  const { added, removed } = changesOf({
    tagIds: numbersOf(fields, "tagIds"),
    seenTagIds: numbersOf(fields, "seenTagIds"),
  });
  const isUnsaved: Record<WorkPart, boolean> = {
    tags:
      isFilled("responseNewTagName", "responseNewTagDefinition") ||
      added.length + removed.length > 0,
    passage: isFilled(
      "quote",
      "passageTagIds",
      "memo",
      "passageNewTagName",
      "passageNewTagDefinition",
    ),
    decision:
      isFilled("note") ||
      (isFilled("state") && isDecided(valueOf("state"), saved.state)) ||
      (isSent("assigneeId") &&
        valueOf("assigneeId") !== (saved.assigneeId ?? "")),
    note: isFilled("body"),
    flag: isFilled("reason"),
  };
  return workParts.filter((part) => isUnsaved[part]);
}

function numbersOf(fields: SentFields, sought: string): number[] {
  return fields.flatMap(([name, value]) =>
    name === sought ? [Number(value)] : [],
  );
}

/** Nobody decides "received": it is how the page was opened before the response was taken. */
function isDecided(state: string, savedState: TriageState): boolean {
  return state !== savedState && state !== "received";
}

/** What was kept, part by part and by the fields' names, for the forms to start with. */
export function describeKeptWork(kept: KeptWork | undefined) {
  if (!kept) return undefined;
  const partOf = (part: WorkPart) => {
    const fields = fieldsOfPart(kept.fields, part);
    return fields.length > 0 ? Object.fromEntries(fields) : undefined;
  };
  const tags = partOf("tags");
  const passage = partOf("passage");
  return {
    rowVersion: kept.rowVersion,
    tags: tags && {
      ...tags,
      tagIds: numbersOf(kept.fields, "tagIds").map(String),
      seenTagIds: numbersOf(kept.fields, "seenTagIds").map(String),
    },
    passage: passage && {
      ...passage,
      passageTagIds: numbersOf(kept.fields, "passageTagIds").map(String),
    },
    decision: partOf("decision"),
    note: partOf("note"),
    flag: partOf("flag"),
  };
}
