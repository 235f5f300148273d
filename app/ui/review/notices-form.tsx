import { noticesAddress } from "#app/people-addresses.ts";
import { Button } from "../button.tsx";
import { CheckboxesField } from "../choice-fields.tsx";

/** Which mails somebody gets; those about safeguarding cannot be switched off. */
export function NoticesForm({ isTold }: { isTold: boolean }) {
  return (
    <form method="post" action={noticesAddress} noValidate>
      <CheckboxesField
        name="handedOver"
        label="Mail to you"
        hint="It says how many there are and nothing of what they say. Leads are told of flags for safeguarding in any case."
        isSmall
        choices={[
          { value: "yes", label: "When colleagues hand responses to me" },
        ]}
        defaultValue={isTold ? ["yes"] : []}
      />
      <Button kind="secondary">Save</Button>
    </form>
  );
}
