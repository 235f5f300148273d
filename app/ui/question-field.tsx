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
import { ItemsField } from "./items-field.tsx";
import { LongTextField, TextField } from "./text-fields.tsx";

/** How a question is asked; the types of questions describe themselves in this shape. */
export type FieldControl =
  | {
      control: "text";
      type: "text" | "email";
      inputMode?: "numeric" | undefined;
      autoComplete?: string | undefined;
      spellCheck: boolean;
      widthCharacters?: 5 | 10 | 20 | 30 | undefined;
    }
  | { control: "long-text"; maxCharacters: number }
  | { control: "radios" | "checkboxes" | "select"; choices: Choice[] }
  | {
      control: "date";
      /** How little of a date is enough. */
      precision: keyof DateParts;
      takesWords: boolean;
    }
  | { control: "files" }
  | { control: "evidence" | "group" };

export type FieldValue = string | string[] | DateParts;

export type QuestionFieldWords = {
  selectEmpty: string;
  noAnswer: string;
  date: DateParts;
  dateHints: Record<keyof DateParts, string | undefined>;
  lengthAdvice: (maxCharacters: number) => string;
};

type QuestionFieldProps = FieldBase & {
  field: FieldControl;
  /** It may be left out. */
  isOptional: boolean;
  value: FieldValue | undefined;
  /** Of an answer in several fields: which are wrong. */
  wrongParts?: readonly string[] | undefined;
  words: QuestionFieldWords;
  acceptedExtensions: readonly string[];
  /** For a file question. */
  largestFile: { bytes: number; message: string } | undefined;
  /** For a file question: how the page's script sends each file by itself. */
  uploads?:
    | { address: string; script: string; words: string; drop: string }
    | undefined;
  /** For a file question: the files that are there already, and the button that uploads. */
  files?: ReactNode;
  /** For a question whose items have pages of their own: the list of them, and the ways to them. */
  items?: ReactNode;
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
          maxCharacters={field.maxCharacters}
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
          leaveOut={words.dateHints[field.precision]}
          takesWords={field.takesWords}
          defaultValue={dateParts(value)}
        />
      );
    case "evidence":
    case "group":
      return <ItemsField {...base}>{props.items}</ItemsField>;
    case "files":
      return (
        <FileField
          {...base}
          acceptedExtensions={props.acceptedExtensions}
          allowsSeveral
          largest={props.largestFile}
          {...(props.uploads && { uploads: props.uploads })}
        >
          {files}
        </FileField>
      );
  }
}

function dateParts(value: FieldValue | undefined): DateParts | undefined {
  return typeof value === "object" && !Array.isArray(value) ? value : undefined;
}
