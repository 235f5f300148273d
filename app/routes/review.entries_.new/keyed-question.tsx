import {
  type AnswerValue,
  openAnswer,
} from "#app/domain/calls/question-types/question-type.ts";
import type { KeyedQuestion as Question } from "#app/screens/review/entries.ts";
import { keyingWords } from "#app/screens/review/keying-words.ts";
import { KeyedField } from "#app/ui/review/keyed-field.tsx";

type KeyedQuestionProps = {
  question: Question;
  /** As it was typed, or as it stands. */
  value: AnswerValue | undefined;
  error: string | undefined;
  wrongParts?: readonly string[] | undefined;
};

/** The field of a question, in which an answer that was keyed in is shown again. */
export function KeyedQuestion({ value, ...props }: KeyedQuestionProps) {
  return (
    <KeyedField {...props} value={openAnswer(value)} words={keyingWords} />
  );
}
