import { responseFormAddress } from "#app/addresses.ts";
import { Button } from "../button.tsx";
import { type Choice, RadiosField, SelectField } from "../choice-fields.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { PartForm } from "../part-form.tsx";
import { LongTextField } from "../text-fields.tsx";

type TriageFormProps = {
  reference: string;
  /** The version the decision is made on; as it was sent, where a form comes back. */
  rowVersion: number | string;
  /** What may be chosen, the state it is in first. */
  states: Choice[];
  state: string;
  people: Choice[];
  assigneeId: string | null;
  /** Where saving leads back to. */
  returnTo: string;
  /** The form as it was sent, where it came back. */
  reply?: FormReply | undefined;
  saveLabel?: string | undefined;
};

/** State, assignee and a note, saved together or not at all. */
export function TriageForm(props: TriageFormProps) {
  const { reference, rowVersion, returnTo, reply } = props;
  const action = responseFormAddress(reference, "triage");
  return (
    <PartForm action={action} fields={{ rowVersion, returnTo }}>
      <RadiosField
        label="What is it?"
        choices={props.states}
        {...fieldProps(reply, "state", props.state)}
        isSmall
      />
      <SelectField
        label="Assigned to"
        choices={props.people}
        emptyLabel="Nobody"
        {...fieldProps(reply, "assigneeId", props.assigneeId ?? "")}
      />
      <LongTextField
        label="Note for the team (optional)"
        hint="Kept in the history of this response. The public does not see it."
        rows={3}
        {...fieldProps(reply, "note")}
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
