import { type FieldBase, FieldSet } from "./field-frame.tsx";

export type DateParts = { day: string; month: string; year: string };

type DateFieldProps = FieldBase & {
  partLabels: DateParts;
  defaultValue?: DateParts | undefined;
  /** The first part that is wrong; the day where it is not known. */
  wrongPart?: keyof DateParts;
};

/** The day's input carries the field's own id: the error summary links there. */
function partId(name: string, part: keyof DateParts) {
  return part === "day" ? name : `${name}-${part}`;
}

export function DateField(props: DateFieldProps) {
  const { name, error, partLabels, defaultValue } = props;
  return (
    <FieldSet {...props}>
      <div className="govuk-date-input">
        {(["day", "month", "year"] as const).map((part) => {
          const isWrong =
            error && (!props.wrongPart || props.wrongPart === part);
          const id = partId(name, part);
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
                inputMode="numeric"
                defaultValue={defaultValue?.[part]}
              />
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}
