import type { ReactNode } from "react";
import {
  describedBy,
  type FieldBase,
  FieldGroup,
  FieldHintAndError,
  FieldLabel,
} from "./field-frame.tsx";

type FileFieldProps = FieldBase & {
  /** Extensions with their dots, as hints to the file chooser; what counts is checked on the server. */
  acceptedExtensions: readonly string[];
  allowsSeveral?: boolean;
  /** For the page's script: what the server says of a file that is larger, with `{name}` in the place of its name. */
  largest?: { bytes: number; message: string } | undefined;
  /** For the page's script: where it sends each file by itself, what sends it, and what it says. */
  uploads?:
    | { address: string; script: string; words: string; drop: string }
    | undefined;
  /** Below the input, inside the field's group: the files that are there already. */
  children?: ReactNode;
};

export function FileField(props: FileFieldProps) {
  const { name, error, acceptedExtensions, allowsSeveral } = props;
  const { largest, uploads } = props;
  return (
    <FieldGroup error={error}>
      <FieldLabel {...props} />
      <FieldHintAndError {...props} />
      <div className="heard-drop">
        <input
          className={
            error
              ? "govuk-file-upload govuk-file-upload--error"
              : "govuk-file-upload"
          }
          id={name}
          name={name}
          type="file"
          multiple={allowsSeveral}
          accept={acceptedExtensions.join(",")}
          aria-describedby={describedBy(props)}
          data-heard-max-bytes={largest?.bytes}
          data-heard-too-big={largest?.message}
          data-heard-uploads={uploads?.address}
          data-heard-uploads-script={uploads?.script}
          data-heard-uploads-words={uploads?.words}
        />
        {uploads && (
          <span className="heard-drop__words" data-heard-drop-words hidden>
            {uploads.drop}
          </span>
        )}
      </div>
      {props.children}
    </FieldGroup>
  );
}
