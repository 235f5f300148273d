import { Button } from "../button.tsx";
import { CheckboxesField, SelectField } from "../choice-fields.tsx";
import { fieldProps, type FormReply, sentList } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";

type ViewFormProps = {
  reply: FormReply | undefined;
  view: { name: string; q: string; sort: string; isShared: boolean };
  sorts: { value: string; label: string }[];
  /** As it was seen; undefined for a new one. */
  rowVersion?: number;
  button: string;
};

/** A search, its name and who may use it. */
export function ViewForm(props: ViewFormProps) {
  const { reply, view, sorts, rowVersion, button } = props;
  const shared = reply
    ? sentList(reply, "shared")
    : view.isShared
      ? ["yes"]
      : [];
  return (
    <form method="post" noValidate>
      {rowVersion !== undefined && (
        <input type="hidden" name="rowVersion" value={rowVersion} />
      )}
      <TextField
        {...fieldProps(reply, "name", view.name)}
        label="Name"
        hint="Short, as the team would say it: “Carers, not read”"
        autoComplete="off"
      />
      <TextField
        {...fieldProps(reply, "q", view.q)}
        label="Search"
        hint="“me” is whoever opens the view. Another view stands in a search as view:name"
        autoComplete="off"
        spellCheck={false}
      />
      <SelectField
        {...fieldProps(reply, "sort", view.sort)}
        label="Order"
        choices={sorts}
      />
      <CheckboxesField
        name="shared"
        error={reply?.errors.shared}
        label="Who sees it"
        isSmall
        defaultValue={shared}
        choices={[
          {
            value: "yes",
            label: "Share it with the team",
            hint: "Everybody can use it. You and an admin can change it.",
          },
        ]}
      />
      <Button>{button}</Button>
    </form>
  );
}
