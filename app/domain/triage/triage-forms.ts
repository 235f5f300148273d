import { z } from "zod";
import { kindSchema } from "../responses/safeguarding/case-forms.ts";
import { largestWholeNumber } from "../text/whole-numbers.ts";
import { triageStates } from "./triage.ts";

export const maxNoteCharacters = 10_000;

/** What can be the matter with a form of the triage panel; a screen says it. */
export type TriageProblem =
  | "state-missing"
  | "note-missing"
  | "note-unreadable"
  | "note-too-long"
  | "response-version-missing";

const because = (problem: TriageProblem) => problem;

const noteText = (missing: TriageProblem) =>
  z.string(missing).max(maxNoteCharacters, because("note-too-long"));

const optionalText = noteText("note-unreadable").default("");

/**
 * One decision: by the button that was pressed (`decide`), which goes on to the
 * next response, or by a state chosen among others. With neither, assignee and
 * note are saved and the state stays ("received", which nobody decides).
 */
export const decisionSchema = z
  .object({
    intent: z.enum(["save", "save-and-next"]).catch("save"),
    decide: z.enum(triageStates, because("state-missing")).optional(),
    rowVersion: z
      .number(because("response-version-missing"))
      .int()
      .min(1)
      .max(largestWholeNumber),
    state: z.enum(triageStates, because("state-missing")).default("received"),
    assigneeId: z.string().max(100).nullable().default(null),
    note: optionalText,
  })
  .transform(({ intent, decide, state, ...decision }) => ({
    ...decision,
    state: decide ?? state,
    takesNext: decide !== undefined || intent === "save-and-next",
  }));

export const noteSchema = z.object({
  body: noteText("note-missing"),
});

export const flagSchema = z.object({
  intent: z.literal("raise"),
  riskKind: kindSchema,
  reason: optionalText,
});

export const claimSchema = z.object({
  intent: z.enum(["claim", "keep", "release", "renew"]),
});
