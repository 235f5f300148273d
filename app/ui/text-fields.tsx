import {
  describedBy,
  FieldAdvice,
  type FieldBase,
  FieldGroup,
  FieldHintAndError,
  FieldLabel,
} from "./field-frame.tsx";

type TextFieldProps = FieldBase & {
  type?: "text" | "email" | "search" | "password";
  defaultValue?: string | undefined;
  autoComplete?: string | undefined;
  inputMode?: "text" | "numeric" | "email" | undefined;
  spellCheck?: boolean;
  /** The id of a `datalist` beside it. */
  list?: string | undefined;
  /** In what a browser counts; what is sent is cut again where it is kept. */
  maxLength?: number;
  /** About as wide as what is typed into it: 2, 3, 4, 5, 10, 20 or 30 characters. */
  widthCharacters?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
};

export function TextField(props: TextFieldProps) {
  const { name, error, type = "text", widthCharacters } = props;
  const classes = ["govuk-input"];
  if (error) classes.push("govuk-input--error");
  if (widthCharacters) classes.push(`govuk-input--width-${widthCharacters}`);
  return (
    <FieldGroup error={error}>
      <FieldLabel {...props} />
      <FieldHintAndError {...props} />
      <input
        className={classes.join(" ")}
        id={name}
        name={name}
        type={type}
        defaultValue={props.defaultValue}
        dir={type === "text" ? "auto" : undefined}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        spellCheck={props.spellCheck}
        list={props.list}
        maxLength={props.maxLength}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(props)}
      />
      <FieldAdvice id={name} advice={props.advice} />
    </FieldGroup>
  );
}

type LongTextFieldProps = FieldBase & {
  defaultValue?: string | undefined;
  rows?: number;
  /** Told below the box, as words; nothing stops a person from going over. */
  lengthAdvice?: string | undefined;
  /** For the page's script, which counts what is typed. */
  maxCharacters?: number | undefined;
};

export function LongTextField(props: LongTextFieldProps) {
  const { name, error, rows = 10, lengthAdvice } = props;
  const adviceId = `${name}-length`;
  return (
    <FieldGroup error={error}>
      <FieldLabel {...props} />
      <FieldHintAndError {...props} />
      <textarea
        className={
          error ? "govuk-textarea govuk-textarea--error" : "govuk-textarea"
        }
        id={name}
        name={name}
        rows={rows}
        dir="auto"
        defaultValue={props.defaultValue}
        data-heard-most={props.maxCharacters}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(
          props,
          lengthAdvice ? adviceId : undefined,
        )}
      />
      {lengthAdvice && (
        <div id={adviceId} className="govuk-hint">
          {lengthAdvice}
        </div>
      )}
      {props.maxCharacters !== undefined && <CharacterCount />}
      <FieldAdvice id={name} advice={props.advice} />
    </FieldGroup>
  );
}

/** Empty until the page's script has something to say: to the eye at once, to a screen reader after a pause. */
function CharacterCount() {
  return (
    <>
      <p
        className="govuk-hint heard-count"
        data-heard-count
        aria-hidden="true"
        hidden
      />
      <p className="govuk-visually-hidden" role="status" data-heard-counted />
    </>
  );
}
