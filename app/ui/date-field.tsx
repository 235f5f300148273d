import { type FieldBase, FieldSet } from "./field-frame.tsx";

export type DateParts = { day: string; month: string; year: string };

type DateFieldProps = FieldBase & {
  partLabels: DateParts;
  defaultValue?: DateParts | undefined;
  /** Which parts are wrong, where it is not all of them. */
  wrongParts?: readonly string[] | undefined;
  /** Told below the hint: what may be left out. */
  leaveOut?: string | undefined;
  /** Letters are typed into it, and a phone's keys have to have some. */
  takesWords?: boolean;
};

/** The day's input carries the field's own id; the error summary links to the first that is wrong. */
export function datePartId(name: string, part: string) {
  return part === "day" ? name : `${name}-${part}`;
}

export function DateField(props: DateFieldProps) {
  const { name, error, partLabels, defaultValue, wrongParts } = props;
  return (
    <FieldSet
      {...props}
      hint={
        [props.hint, props.leaveOut].filter(Boolean).join("\n") || undefined
      }
    >
      <div className="govuk-date-input">
        {(["day", "month", "year"] as const).map((part) => {
          const isWrong =
            error && (!wrongParts?.length || wrongParts.includes(part));
          const id = datePartId(name, part);
          return (
            <div className="govuk-date-input__item" key={part}>
              <label
                className="govuk-label govuk-date-input__label"
                htmlFor={id}
              >
                {partLabels[part]}
              </label>
              <input
                className={`govuk-input govuk-date-input__input govuk-input--width-${part === "year" ? 4 : 2}${isWrong ? " govuk-input--error" : ""}`}
                id={id}
                name={`${name}.${part}`}
                type="text"
                inputMode={props.takesWords ? undefined : "numeric"}
                defaultValue={defaultValue?.[part]}
                aria-invalid={isWrong ? true : undefined}
              />
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}
