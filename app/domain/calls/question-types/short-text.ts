import { z } from "zod";
import { textLine, textQuestionSchema } from "./plain-text.ts";
import { importedText, oneValueForm } from "./one-value.ts";
import { commonQuestionShape, type QuestionType } from "./question-type.ts";

export const shortTextQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("short-text"),
  maxCharacters: z.number().int().min(1).max(1_000).default(200),
  /** A WCAG 1.3.5 input purpose such as `name` or `organization`. */
  autoComplete: z.string().max(40).optional(),
});

export const shortText: QuestionType<z.infer<typeof shortTextQuestion>> = {
  form: oneValueForm,
  schema: textQuestionSchema,
  field: (question) => ({
    control: "text",
    type: "text",
    autoComplete: question.autoComplete,
    spellCheck: question.autoComplete === undefined,
    widthCharacters: question.maxCharacters <= 30 ? 20 : undefined,
  }),
  checkLine: (_question, value) => textLine(value),
  searchText: (_question, value) => (typeof value === "string" ? value : ""),
  imported: importedText,
  comparison: undefined,
  choiceValues: () => undefined,
  prose: "short",
  ownWords: "all",
  takesFiles: false,
  visibility: { identifyingByNature: false },
};
