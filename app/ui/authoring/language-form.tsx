import { Button } from "../button.tsx";
import { CheckboxesField } from "../choice-fields.tsx";
import { type FormReply, sentList } from "../form-reply.tsx";

/** Whether people can choose a language, and whether it must be whole before it is published. */
export function LanguageForm({
  name,
  seen,
  chosen,
  reply,
}: {
  name: string;
  seen: string;
  chosen: string[];
  reply: FormReply | undefined;
}) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seen} />
      <CheckboxesField
        name="settings"
        label="It takes effect when the call is published"
        choices={[
          {
            value: "offered",
            label: `The call is offered in ${name}`,
            hint: "People can choose it on every page. What is missing they read in English, marked so.",
          },
          {
            value: "whole",
            label: `It must be whole in ${name}`,
            hint: "While it is offered, nothing is published until no text is missing or stale.",
          },
        ]}
        defaultValue={reply ? sentList(reply, "settings") : chosen}
      />
      <Button name="step" value="offer">
        Save
      </Button>
    </form>
  );
}
