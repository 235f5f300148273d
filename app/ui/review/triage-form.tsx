import { Button } from "../button.tsx";
import { type Choice, RadiosField, SelectField } from "../choice-fields.tsx";
import type { FieldError } from "../error-summary.tsx";
import { PartForm } from "../part-form.tsx";
import { LongTextField } from "../text-fields.tsx";

export type TriageFormErrors = {
  state?: string | undefined;
  assigneeId?: string | undefined;
  note?: string | undefined;
};

const fieldOrder = ["state", "assigneeId", "note"] as const;

/** The errors in the order of the fields, for the summary. */
export function summariseTriageErrors(errors: TriageFormErrors): FieldError[] {
  return fieldOrder.flatMap((fieldId) => {
    const message = errors[fieldId];
    return message ? [{ fieldId, message }] : [];
  });
}

type TriageFormProps = {
  /** The response's own address; the form is posted to its `/triage`. */
  path: string;
  rowVersion: number;
  /** What may be chosen, the state it is in first. */
  states: Choice[];
  state: string;
  people: Choice[];
  assigneeId: string | null;
  note?: string | undefined;
  /** Where saving leads back to. */
  returnTo: string;
  errors?: TriageFormErrors | undefined;
  saveLabel?: string;
};

/** State, assignee and a note, saved together or not at all. */
export function TriageForm(props: TriageFormProps) {
  const { path, rowVersion, returnTo, errors = {} } = props;
  const action = `${path}/triage`;
  return (
    <PartForm action={action} fields={{ rowVersion, returnTo }}>
      <RadiosField
        name="state"
        label="What is it?"
        choices={props.states}
        defaultValue={props.state}
        error={errors.state}
        isSmall
      />
      <SelectField
        name="assigneeId"
        label="Assigned to"
        choices={props.people}
        emptyLabel="Nobody"
        defaultValue={props.assigneeId ?? undefined}
        error={errors.assigneeId}
      />
      <LongTextField
        name="note"
        label="Note for the team (optional)"
        hint="Kept in the history of this response. The public does not see it."
        rows={3}
        defaultValue={props.note}
        error={errors.note}
      />
      <div className="govuk-button-group">
        <Button name="intent" value="save" formAction={action}>
          {props.saveLabel ?? "Save"}
        </Button>
        <Button
          kind="secondary"
          name="intent"
          value="save-and-next"
          formAction={action}
        >
          Save and take next
        </Button>
      </div>
    </PartForm>
  );
}
