import { z } from "zod";
import { textLine, textQuestionSchema } from "./plain-text.ts";
import { importedText, oneValueForm } from "./one-value.ts";
import { commonQuestionShape, type QuestionType } from "./question-type.ts";

export const longTextQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("long-text"),
  maxCharacters: z.number().int().min(1).max(200_000).default(50_000),
});

export const longText: QuestionType<z.infer<typeof longTextQuestion>> = {
  form: oneValueForm,
  schema: textQuestionSchema,
  field: (question) => ({
    control: "long-text",
    maxCharacters: question.maxCharacters,
  }),
  checkLine: (_question, value) => textLine(value),
  searchText: (_question, value) => (typeof value === "string" ? value : ""),
  imported: importedText,
  comparison: undefined,
  choiceValues: () => undefined,
  prose: "long",
  ownWords: "all",
  takesFiles: false,
  visibility: { identifyingByNature: false },
};
