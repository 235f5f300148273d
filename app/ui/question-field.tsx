import type { ReactNode } from "react";
import {
  type Choice,
  CheckboxesField,
  RadiosField,
  SelectField,
} from "./choice-fields.tsx";
import { DateField, type DateParts } from "./date-field.tsx";
import type { FieldBase } from "./field-frame.tsx";
import { FileField } from "./file-field.tsx";
import { LongTextField, TextField } from "./text-fields.tsx";

/** How a question is asked; the types of questions describe themselves in this shape. */
export type FieldControl =
  | {
      control: "text";
      type: "text" | "email";
      autoComplete?: string | undefined;
      spellCheck: boolean;
      widthCharacters?: 5 | 10 | 20 | 30 | undefined;
    }
  | { control: "long-text"; maxCharacters: number }
  | { control: "radios" | "checkboxes" | "select"; choices: Choice[] }
  | { control: "date" }
  | { control: "files" };

export type FieldValue = string | string[] | DateParts;

export type QuestionFieldWords = {
  selectEmpty: string;
  noAnswer: string;
  date: DateParts;
  lengthAdvice: (maxCharacters: number) => string;
};

type QuestionFieldProps = FieldBase & {
  field: FieldControl;
  /** It may be left out. */
  isOptional: boolean;
  value: FieldValue | undefined;
  words: QuestionFieldWords;
  acceptedExtensions: readonly string[];
  /** For a file question. */
  largestFile: { bytes: number; message: string } | undefined;
  /** For a file question: the files that are there already, and the button that uploads. */
  files?: ReactNode;
};

/** One question of a call, whatever its type. */
export function QuestionField(props: QuestionFieldProps) {
  const { field, value, words, files, ...base } = props;
  const text = typeof value === "string" ? value : undefined;
  switch (field.control) {
    case "text":
      return <TextField {...base} {...field} defaultValue={text} />;
    case "long-text":
      return (
        <LongTextField
          {...base}
          defaultValue={text}
          lengthAdvice={words.lengthAdvice(field.maxCharacters)}
        />
      );
    case "radios":
      return (
        <RadiosField
          {...base}
          choices={field.choices}
          noAnswerLabel={props.isOptional ? words.noAnswer : undefined}
          defaultValue={text}
        />
      );
    case "checkboxes":
      return (
        <CheckboxesField
          {...base}
          choices={field.choices}
          defaultValue={Array.isArray(value) ? value : text ? [text] : []}
        />
      );
    case "select":
      return (
        <SelectField
          {...base}
          choices={field.choices}
          emptyLabel={words.selectEmpty}
          defaultValue={text}
        />
      );
    case "date":
      return (
        <DateField
          {...base}
          partLabels={words.date}
          defaultValue={dateParts(value)}
        />
      );
    case "files":
      return (
        <FileField
          {...base}
          acceptedExtensions={props.acceptedExtensions}
          allowsSeveral
          largest={props.largestFile}
        >
          {files}
        </FileField>
      );
  }
}

function dateParts(value: FieldValue | undefined): DateParts | undefined {
  return typeof value === "object" && !Array.isArray(value) ? value : undefined;
}
