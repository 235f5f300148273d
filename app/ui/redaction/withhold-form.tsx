import { Button } from "../button.tsx";
import { type Choice, SelectField } from "../choice-fields.tsx";
import { fieldProps } from "../form-reply.tsx";
import type { PassageReply } from "../reading/passage-form.tsx";

/** A file cannot be redacted in parts: all of it is withheld, or none. */
export function WithholdForm(props: {
  action: string;
  /** Those that are neither withheld nor proposed to be. */
  files: Choice[];
  reasons: Choice[];
  reply: PassageReply | undefined;
}) {
  const { action, files, reasons, reply } = props;
  if (files.length === 0) return null;
  return (
    <section className="heard-work">
      <h2 className="govuk-heading-s">Withhold a file</h2>
      <form method="post" action={action} noValidate>
        <SelectField
          label="File"
          hint="All of it, with its name and text. Once a colleague has approved it, only leads and admins open it."
          choices={files}
          emptyLabel="Choose a file"
          {...fieldProps(reply, "file")}
        />
        <SelectField
          label="Why it is withheld"
          choices={reasons}
          emptyLabel="Choose a reason"
          {...fieldProps(reply, "fileReason")}
        />
        <Button kind="secondary">Propose to withhold</Button>
      </form>
    </section>
  );
}
