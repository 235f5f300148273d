import { z } from "zod";
import type { AnswerForm, ImportedAnswer } from "./question-type.ts";

/** The form of a question with one field, whose value is a text. */
export const oneValueForm: AnswerForm = {
  names: (id) => [id],
  mostValues: 1,
  typed: z
    .union([z.string(), z.array(z.string()).transform((all) => all[0])])
    .optional()
    .transform((text) => (text === "" ? undefined : text)),
  write: (id, value) => (typeof value === "string" ? [[id, value]] : []),
};

/** A cell that is taken as it is, or as the map says. */
export const importedText: ImportedAnswer<unknown> = {
  needsFormat: false,
  expected: "text",
  read: (_question, cell, { mapped }) => mapped(cell),
};
