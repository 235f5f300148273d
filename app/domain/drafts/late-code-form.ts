import { z } from "zod";

export const maxCodeNoteCharacters = 200;

/** What can be the matter with the form; a screen says it. */
export type CodeProblem = "code-note-missing" | "code-note-too-long";

const because = (problem: CodeProblem) => problem;

/** A code that nobody said for whom would be made by an empty post. */
export const lateCodeSchema = z.object({
  note: z
    .string(because("code-note-missing"))
    .trim()
    .min(1, because("code-note-missing"))
    .max(maxCodeNoteCharacters, because("code-note-too-long")),
});
