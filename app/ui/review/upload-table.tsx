import { Button } from "../button.tsx";
import { type Choice, SelectField } from "../choice-fields.tsx";
import { FileField } from "../file-field.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";

type UploadTableProps = { calls: Choice[]; reply: FormReply | undefined };

/** Brings a table of what came by another way; nothing is imported by it yet. */
export function UploadTable({ calls, reply }: UploadTableProps) {
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <p className="govuk-body">
        Answers that came by another way, such as letters that were typed up or
        a survey of another tool: one row each, with headings in the first row.
      </p>
      <SelectField
        {...fieldProps(reply, "call")}
        label="The call that they answer"
        choices={calls}
        emptyLabel="Choose a call"
      />
      <FileField
        name="file"
        error={reply?.errors.file}
        label="File"
        hint="CSV or Excel (.xlsx), up to 20 MB and 50,000 rows. You say what the columns are next. Nothing is imported before you have seen what would come of it."
        acceptedExtensions={[".csv", ".tsv", ".txt", ".xlsx"]}
      />
      <TextField
        {...fieldProps(reply, "sheet")}
        label="Sheet, if it is not the first (optional)"
        hint="Of an Excel file: the name on its tab."
        widthCharacters={20}
        autoComplete="off"
      />
      <Button>Upload</Button>
    </form>
  );
}
