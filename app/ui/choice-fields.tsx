import { Fragment, type ReactNode } from "react";
import {
  describedBy,
  type FieldBase,
  FieldGroup,
  FieldHintAndError,
  FieldLabel,
  FieldSet,
} from "./field-frame.tsx";
import { Said, useLangOf } from "./language.tsx";

export type Choice = {
  value: string;
  label: string;
  hint?: string | undefined;
};

/** The first input carries the field's own id: the error summary links there. */
function choiceId(name: string, index: number) {
  return index === 0 ? name : `${name}-${index + 1}`;
}

type ChoicesProps = FieldBase & {
  choices: Choice[];
  isInline?: boolean;
  isSmall?: boolean;
};

export function RadiosField(
  props: ChoicesProps & {
    defaultValue?: string | undefined;
    /** Of a choice that takes back another: a browser lets nobody clear radios. */
    noAnswerLabel?: string | undefined;
    /** What belongs to a choice; it is hidden while another is chosen, where the browser can tell. */
    below?: ((value: string) => ReactNode[]) | undefined;
  },
) {
  const { noAnswerLabel } = props;
  const classes = ["govuk-radios"];
  if (props.isInline) classes.push("govuk-radios--inline");
  if (props.isSmall) classes.push("govuk-radios--small");
  return (
    <FieldSet {...props}>
      <div className={classes.join(" ")}>
        {props.choices.map((choice, index) => (
          <Fragment key={choice.value}>
            <ChoiceItem
              kind="radio"
              id={choiceId(props.name, index)}
              name={props.name}
              choice={choice}
              isChosen={props.defaultValue === choice.value}
            />
            <BelowChoice parts={props.below?.(choice.value)} />
          </Fragment>
        ))}
        {noAnswerLabel !== undefined && (
          <ChoiceItem
            kind="radio"
            id={choiceId(props.name, props.choices.length)}
            name={props.name}
            choice={{ value: "", label: noAnswerLabel }}
            isChosen={false}
          />
        )}
      </div>
    </FieldSet>
  );
}

function BelowChoice({ parts = [] }: { parts?: ReactNode[] | undefined }) {
  if (parts.length === 0) return null;
  return <div className="heard-below-choice">{parts}</div>;
}

export function CheckboxesField(
  props: ChoicesProps & {
    defaultValue?: readonly string[] | undefined;
  },
) {
  return (
    <FieldSet {...props}>
      <div
        className={
          props.isSmall
            ? "govuk-checkboxes govuk-checkboxes--small"
            : "govuk-checkboxes"
        }
      >
        {props.choices.map((choice, index) => (
          <ChoiceItem
            key={choice.value}
            kind="checkbox"
            id={choiceId(props.name, index)}
            name={props.name}
            choice={choice}
            isChosen={props.defaultValue?.includes(choice.value) ?? false}
            isInvalid={Boolean(props.error)}
          />
        ))}
      </div>
    </FieldSet>
  );
}

type ChoiceItemProps = {
  kind: "radio" | "checkbox";
  id: string;
  name: string;
  choice: Choice;
  isChosen: boolean;
  /** Of a checkbox; ARIA has it for a group of radios and not for one of them. */
  isInvalid?: boolean;
};

function ChoiceItem(props: ChoiceItemProps) {
  const { kind, id, name, choice, isChosen, isInvalid } = props;
  const block = kind === "radio" ? "govuk-radios" : "govuk-checkboxes";
  const choiceHintId = choice.hint ? `${id}-item-hint` : undefined;
  return (
    <div className={`${block}__item`}>
      <input
        className={`${block}__input`}
        id={id}
        name={name}
        type={kind}
        value={choice.value}
        defaultChecked={isChosen}
        aria-invalid={isInvalid ? true : undefined}
        aria-describedby={choiceHintId}
      />
      <label className={`govuk-label ${block}__label`} htmlFor={id}>
        <Said text={choice.label} />
      </label>
      {choice.hint && (
        <div id={choiceHintId} className={`govuk-hint ${block}__hint`}>
          <Said text={choice.hint} />
        </div>
      )}
    </div>
  );
}

/** An option holds no element, so it says the language by itself. */
function SaidOption({ value, label }: Choice) {
  return (
    <option value={value} {...useLangOf(label)}>
      {label}
    </option>
  );
}

type SelectFieldProps = FieldBase & {
  choices: Choice[];
  /** The entry that stands for no choice. */
  emptyLabel?: string;
  defaultValue?: string | undefined;
};

export function SelectField(props: SelectFieldProps) {
  const { name, error, choices, emptyLabel } = props;
  return (
    <FieldGroup error={error}>
      <FieldLabel {...props} />
      <FieldHintAndError {...props} />
      <select
        className={error ? "govuk-select govuk-select--error" : "govuk-select"}
        id={name}
        name={name}
        defaultValue={props.defaultValue ?? ""}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(props)}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {choices.map((choice) => (
          <SaidOption key={choice.value} {...choice} />
        ))}
      </select>
    </FieldGroup>
  );
}
