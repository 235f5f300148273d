import { z } from "zod";

export const maxCodeNoteCharacters = 200;

/** What can be the matter with the form; a screen says it. */
export type CodeProblem = "code-note-too-long";

const tooLong: CodeProblem = "code-note-too-long";

export const lateCodeSchema = z.object({
  note: z.string().trim().max(maxCodeNoteCharacters, tooLong).default(""),
});
