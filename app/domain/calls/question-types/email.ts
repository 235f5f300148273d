import { z } from "zod";
import { maxTextCodeUnits } from "../../text/foreign-text.ts";
import { inLanguage } from "../languages.ts";
import { importedText, oneValueForm } from "./one-value.ts";
import { commonQuestionShape, type QuestionType } from "./question-type.ts";

export const emailQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("email"),
});

/** RFC 5321's longest path; the pattern is linear in its input. */
const maxEmailCharacters = 254;
const emailPattern =
  /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@.<>"(),:;[\]\\]+(?:\.[^\s@.<>"(),:;[\]\\]+)+$/;

export const email: QuestionType<z.infer<typeof emailQuestion>> = {
  form: oneValueForm,
  schema: (question, { language, messages }) =>
    z
      .string()
      .max(maxTextCodeUnits, messages.emailFormat)
      .optional()
      .transform((text) => (text ?? "").replace(/\s+/g, ""))
      .superRefine((address, context) => {
        if (address === "") {
          if (!question.required) return;
          const missing = question.missingMessage;
          const message = missing
            ? inLanguage(missing, language)
            : messages.enterAnswer;
          context.addIssue({ code: "custom", message });
        } else if (
          address.length > maxEmailCharacters ||
          !emailPattern.test(address)
        ) {
          context.addIssue({ code: "custom", message: messages.emailFormat });
        }
      })
      .transform((address) => (address === "" ? undefined : address)),
  field: () => ({
    control: "text",
    type: "email",
    autoComplete: "email",
    spellCheck: false,
  }),
  checkLine: (_question, value) =>
    typeof value === "string" ? value : undefined,
  searchText: () => "",
  imported: importedText,
  prose: "none",
  takesFiles: false,
  visibility: { identifyingByNature: true },
};
