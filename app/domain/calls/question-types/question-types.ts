import { z } from "zod";
import {
  checkboxes,
  checkboxesQuestion,
  radios,
  radiosQuestion,
  select,
  selectQuestion,
} from "./choices.ts";
import { date, dateQuestion } from "./date.ts";
import { email, emailQuestion } from "./email.ts";
import { fileUpload, fileUploadQuestion } from "./file-upload.ts";
import { longText, longTextQuestion } from "./long-text.ts";
import type { QuestionType } from "./question-type.ts";
import { shortText, shortTextQuestion } from "./short-text.ts";

export const questionSchema = z.discriminatedUnion("type", [
  shortTextQuestion,
  longTextQuestion,
  emailQuestion,
  radiosQuestion,
  checkboxesQuestion,
  selectQuestion,
  dateQuestion,
  fileUploadQuestion,
]);

export type Question = z.infer<typeof questionSchema>;

const questionTypes = {
  "short-text": shortText,
  "long-text": longText,
  email,
  radios,
  checkboxes,
  select,
  date,
  "file-upload": fileUpload,
};

/** The type of a question; what it says holds for this very question. */
export function questionTypeOf(question: Question): QuestionType<Question> {
  // Each entry takes the question of its own type, which the union's tag has just chosen.
  return questionTypes[question.type] as QuestionType<Question>;
}

export function takesFiles(question: Question): boolean {
  return questionTypeOf(question).takesFiles;
}

/** Whether the answer goes to the identity store: by the definition's flag or by the type's nature. */
export function isIdentifying(question: Question): boolean {
  return (
    question.identifying ||
    questionTypeOf(question).visibility.identifyingByNature
  );
}
