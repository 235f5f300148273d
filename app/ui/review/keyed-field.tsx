import {
  type FieldControl,
  type FieldValue,
  QuestionField,
  type QuestionFieldWords,
} from "../question-field.tsx";

type KeyedFieldProps = {
  question: {
    id: string;
    label: string;
    hint?: string | undefined;
    field: FieldControl;
  };
  value: FieldValue | undefined;
  error: string | undefined;
  wrongParts?: readonly string[] | undefined;
  words: QuestionFieldWords;
};

/** A question's field for staff who key in what somebody wrote or said. */
export function KeyedField(props: KeyedFieldProps) {
  const { question, value, error, wrongParts, words } = props;
  return (
    <QuestionField
      name={question.id}
      label={question.label}
      hint={question.hint}
      error={error}
      field={question.field}
      isOptional
      value={value}
      wrongParts={wrongParts}
      words={words}
      acceptedExtensions={[]}
      largestFile={undefined}
    />
  );
}
