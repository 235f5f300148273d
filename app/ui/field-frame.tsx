import type { ReactNode } from "react";
import { Said } from "./language.tsx";

export type FieldWords = {
  label: string;
  /** "(optional)": beside the label, and lighter. */
  optionalLabel?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  /** Read out before the message. */
  errorPrefix?: string | undefined;
};

export type FieldBase = FieldWords & {
  /** What could be better about what stands in it; it stops nothing. */
  advice?: string[] | undefined;
  /** The field's name; its id too, so that the error summary's link lands on it. */
  name: string;
  /** The page's only question is also its heading. */
  isPageHeading?: boolean | undefined;
  /** What stands above the page's heading, inside the frame that an error draws. */
  caption?: ReactNode;
};

export function hintId(name: string) {
  return `${name}-hint`;
}

export function errorId(name: string) {
  return `${name}-error`;
}

export function adviceId(name: string) {
  return `${name}-advice`;
}

/** The value of `aria-describedby`: hint, then error, then whatever else describes the field. */
export function describedBy(
  field: Pick<FieldBase, "name" | "hint" | "error" | "advice">,
  more?: string,
) {
  const ids = [
    field.hint ? hintId(field.name) : "",
    field.error ? errorId(field.name) : "",
    field.advice?.length ? adviceId(field.name) : "",
    more ?? "",
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export function FieldGroup(props: {
  error?: string | undefined;
  className?: string;
  children: ReactNode;
}) {
  const classes = ["govuk-form-group"];
  if (props.error) classes.push("govuk-form-group--error");
  if (props.className) classes.push(props.className);
  return <div className={classes.join(" ")}>{props.children}</div>;
}

export function FieldLabel(props: FieldBase) {
  const { name, isPageHeading } = props;
  if (!isPageHeading) {
    return (
      <label className="govuk-label govuk-label--s" htmlFor={name}>
        <LabelWords {...props} />
      </label>
    );
  }
  return (
    <>
      {props.caption}
      <h1 className="govuk-label-wrapper">
        <label className="govuk-label govuk-label--l" htmlFor={name}>
          <LabelWords {...props} />
        </label>
      </h1>
    </>
  );
}

function LabelWords({
  label,
  optionalLabel,
}: Pick<FieldWords, "label" | "optionalLabel">) {
  if (!optionalLabel) return <Said text={label} />;
  return (
    <>
      <Said text={label} />{" "}
      <span className="heard-optional">{optionalLabel}</span>
    </>
  );
}

export function FieldHintAndError({
  name,
  hint,
  error,
  errorPrefix = "Error:",
}: Pick<FieldBase, "name" | "hint" | "error" | "errorPrefix">) {
  return (
    <>
      {hint && (
        <div id={hintId(name)} className="govuk-hint">
          <Said text={hint} />
        </div>
      )}
      {error && (
        <p id={errorId(name)} className="govuk-error-message">
          <span className="govuk-visually-hidden">{errorPrefix}</span> {error}
        </p>
      )}
    </>
  );
}

/** Advice on what stands in a field, below it. */
export function FieldAdvice({
  id,
  advice = [],
}: {
  /** Of the field. */
  id: string;
  advice?: string[] | undefined;
}) {
  if (advice.length === 0) return null;
  return (
    <div id={adviceId(id)} className="heard-advice">
      {advice.map((words) => (
        <p key={words} className="heard-advice__one">
          <span className="heard-advice__mark">Advice:</span> {words}
        </p>
      ))}
    </div>
  );
}

/** The frame of a question that is several inputs: radios, checkboxes, a date. */
export function FieldSet(props: FieldBase & { children: ReactNode }) {
  const { isPageHeading } = props;
  const words = <LabelWords {...props} />;
  return (
    <FieldGroup error={props.error}>
      {isPageHeading && props.caption}
      <fieldset
        className="govuk-fieldset"
        aria-describedby={describedBy(props)}
      >
        <legend
          className={`govuk-fieldset__legend govuk-fieldset__legend--${isPageHeading ? "l" : "s"}`}
        >
          {isPageHeading ? (
            <h1 className="govuk-fieldset__heading">{words}</h1>
          ) : (
            words
          )}
        </legend>
        <FieldHintAndError {...props} />
        {props.children}
        <FieldAdvice id={props.name} advice={props.advice} />
      </fieldset>
    </FieldGroup>
  );
}
