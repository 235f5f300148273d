import { Button } from "../button.tsx";
import { type Choice, SelectField } from "../choice-fields.tsx";
import { FileField } from "../file-field.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";

type UploadEmailsProps = { calls: Choice[]; reply: FormReply | undefined };

/** Brings emails as files; none of them is an entry by it. */
export function UploadEmails({ calls, reply }: UploadEmailsProps) {
  const only = calls.length === 1 ? calls[0]?.value : undefined;
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <h2 className="govuk-heading-m">Add emails</h2>
      <SelectField
        {...fieldProps(reply, "call", only)}
        label="The call that they answer"
        choices={calls}
        emptyLabel="Choose a call"
      />
      <FileField
        name="emails"
        error={reply?.errors.emails}
        label="Files"
        hint="As your mail program saves them: .eml, .msg (Outlook) or a whole mailbox as .mbox, up to 35 MB each. You look at each email before it is taken in."
        acceptedExtensions={[".eml", ".msg", ".mbox"]}
        allowsSeveral
      />
      <Button>Add</Button>
    </form>
  );
}
