import { Button } from "../button.tsx";
import { CheckboxesField, type Choice } from "../choice-fields.tsx";
import { fieldProps, type FormReply, sentList } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";

type GroupFormProps = {
  reply: FormReply | undefined;
  /** As it stands; undefined for a new one. */
  group?: { name: string; memberIds: string[]; rowVersion: number } | undefined;
  people: Choice[];
  button: string;
};

/** A group's name and who is in it. */
export function GroupForm({ reply, group, people, button }: GroupFormProps) {
  return (
    <form method="post" noValidate>
      {group && (
        <input type="hidden" name="rowVersion" value={group.rowVersion} />
      )}
      <TextField
        {...fieldProps(reply, "name", group?.name)}
        label="Name"
        hint="Short, as the team would say it: “Kinship readers”"
        autoComplete="off"
      />
      <CheckboxesField
        name="members"
        error={reply?.errors.members}
        label="Who is in it"
        isSmall
        choices={people}
        defaultValue={reply ? sentList(reply, "members") : group?.memberIds}
      />
      <Button>{button}</Button>
    </form>
  );
}
