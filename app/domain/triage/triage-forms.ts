import { z } from "zod";
import { triageStates } from "./triage.ts";

export const maxNoteCharacters = 10_000;

const noteText = (message: string) =>
  z
    .string(message)
    .max(
      maxNoteCharacters,
      `The note must be ${maxNoteCharacters.toLocaleString("en-GB")} characters or less`,
    );

const optionalText = noteText("Write the note again").default("");

/** State, assignee and note of one decision. */
export const decisionSchema = z.object({
  intent: z.enum(["save", "save-and-next"]).catch("save"),
  rowVersion: z
    .number(
      "Open the response again: this form does not say what it was made from",
    )
    .int()
    .min(1),
  state: z.enum(triageStates, "Choose what the response is"),
  assigneeId: z.string().max(100).nullable().default(null),
  note: optionalText,
});

export const noteSchema = z.object({
  body: noteText("Write a note"),
});

export const flagSchema = z.object({
  intent: z.enum(["raise", "lower"]),
  reason: optionalText,
});

export const claimSchema = z.object({
  intent: z.enum(["claim", "release", "renew"]),
});
