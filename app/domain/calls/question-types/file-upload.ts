import { z } from "zod";
import { answeredElsewhere } from "./answered-elsewhere.ts";
import { commonQuestionShape, type QuestionType } from "./question-type.ts";

/** Its answer is the attachments of the draft: the form's value is always empty. */
export const fileUploadQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("file-upload"),
});

export const fileUpload: QuestionType<z.infer<typeof fileUploadQuestion>> = {
  form: answeredElsewhere,
  // Whether a required file is there is asked of the attachments, not of the form.
  schema: () => z.undefined().optional(),
  field: () => ({ control: "files" }),
  checkLine: () => undefined,
  searchText: () => "",
  imported: undefined,
  comparison: undefined,
  choiceValues: () => undefined,
  prose: "none",
  ownWords: "none",
  takesFiles: true,
  visibility: { identifyingByNature: false },
};
