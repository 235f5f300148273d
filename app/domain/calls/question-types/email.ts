import { z } from "zod";
import {
  isEmailAddress,
  longestTypedAddress,
  tidyEmailAddress,
} from "../../text/email-address.ts";
import { maxTextCodeUnits } from "../../text/foreign-text.ts";
import { inLanguage } from "../languages.ts";
import { importedText, oneValueForm } from "./one-value.ts";
import {
  type AnswerValue,
  commonQuestionShape,
  type QuestionType,
  type Reading,
} from "./question-type.ts";

export const emailQuestion = z.object({
  ...commonQuestionShape,
  type: z.literal("email"),
});

type EmailQuestion = z.infer<typeof emailQuestion>;

function problemOf(
  { required, missingMessage }: EmailQuestion,
  address: string,
  { language, messages }: Reading,
): string | undefined {
  if (address === "") {
    if (!required) return undefined;
    return missingMessage
      ? inLanguage(missingMessage, language)
      : messages.enterAnswer;
  }
  if (isEmailAddress(address)) return undefined;
  return address.includes("@") && /\s/.test(address)
    ? messages.emailAlone
    : messages.emailFormat;
}

/** As it is kept where it can be; so what is checked is what is sent. */
function emailLine(value: AnswerValue | undefined): string | undefined {
  if (typeof value !== "string") return undefined;
  if (value.length > longestTypedAddress) return value;
  const address = tidyEmailAddress(value);
  if (address === "") return undefined;
  return isEmailAddress(address) ? address : value.trim();
}

export const email: QuestionType<EmailQuestion> = {
  form: oneValueForm,
  schema: (question, reading) =>
    z
      .string()
      .max(maxTextCodeUnits, reading.messages.emailFormat)
      .optional()
      .transform((typed = "") =>
        typed.length > longestTypedAddress ? typed : tidyEmailAddress(typed),
      )
      .superRefine((address, context) => {
        const message = problemOf(question, address, reading);
        if (message !== undefined)
          context.addIssue({ code: "custom", message });
      })
      .transform((address) => (address === "" ? undefined : address)),
  field: () => ({
    control: "text",
    type: "email",
    autoComplete: "email",
    spellCheck: false,
  }),
  checkLine: (_question, value) => emailLine(value),
  searchText: () => "",
  imported: importedText,
  comparison: undefined,
  choiceValues: () => undefined,
  prose: "none",
  ownWords: "none",
  takesFiles: false,
  visibility: { identifyingByNature: true },
};
