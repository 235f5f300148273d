import { Button } from "../button.tsx";
import { type Choice, RadiosField, SelectField } from "../choice-fields.tsx";
import { FileField } from "../file-field.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";

type UploadTableProps = {
  calls: Choice[];
  reply: FormReply | undefined;
  /** The file that waits since the form came back. */
  held: { key: string; name: string } | undefined;
  /** Of that file, where several of its sheets have rows. */
  sheets: Choice[];
};

/** Brings a table of what came by another way; nothing is imported by it yet. */
export function UploadTable(props: UploadTableProps) {
  const { calls, reply, held, sheets } = props;
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
      {held && (
        <>
          <input type="hidden" name="heldFile" value={held.key} />
          <p className="govuk-body">
            <bdi>{held.name}</bdi> is here already.
          </p>
        </>
      )}
      {sheets.length > 0 && (
        <RadiosField
          {...fieldProps(reply, "sheet")}
          label="Which sheet holds the answers?"
          choices={sheets}
          isSmall
        />
      )}
      <FileField
        name="file"
        error={reply?.errors.file}
        label={held ? "Another file, if that is the wrong one" : "File"}
        hint="CSV or Excel (.xlsx), up to 20 MB and 50,000 rows. You say what the columns are next. Nothing is imported before you have seen what would come of it."
        acceptedExtensions={[".csv", ".tsv", ".txt", ".xlsx"]}
      />
      <Button>Upload</Button>
    </form>
  );
}
