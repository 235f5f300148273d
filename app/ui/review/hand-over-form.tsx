import { responseFormAddress } from "#app/addresses.ts";
import { Button } from "../button.tsx";
import { SelectField } from "../choice-fields.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { PartForm } from "../part-form.tsx";
import { LongTextField } from "../text-fields.tsx";

type HandOverFormProps = {
  reference: string;
  returnTo: string;
  rowVersion: number;
  assigneeId: string | null;
  people: { value: string; label: string }[];
  /** What was typed or chosen before and not saved. */
  reply?: FormReply | undefined;
};

/** A note and whom a response is given to: saved by any decision, or here without one. */
export function HandOverForm(props: HandOverFormProps) {
  const { reference, rowVersion, returnTo, reply } = props;
  const action = responseFormAddress(reference, "triage");
  return (
    <PartForm action={action} fields={{ rowVersion, returnTo }}>
      <LongTextField
        label="Note for the team (optional)"
        hint="Kept in the history of this response. The public does not see it."
        rows={2}
        {...fieldProps(reply, "note")}
      />
      <SelectField
        label="Assigned to"
        choices={props.people}
        emptyLabel="Nobody"
        {...fieldProps(reply, "assigneeId", props.assigneeId ?? "")}
      />
      <Button kind="secondary" name="intent" value="save" formAction={action}>
        Save and stay
      </Button>
    </PartForm>
  );
}
