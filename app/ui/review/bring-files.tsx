import { Button } from "../button.tsx";
import { FileField } from "../file-field.tsx";
import type { FormReply } from "../form-reply.tsx";

type BringFilesProps = {
  rowVersion: number;
  /** How many are there already. */
  words: string;
  reply: FormReply | undefined;
};

/** Brings the files that rows of a table name. */
export function BringFiles({ rowVersion, words, reply }: BringFilesProps) {
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <h2 className="govuk-heading-m">Files that came with them</h2>
      <p className="govuk-body">{words}</p>
      <input type="hidden" name="seen" value={rowVersion} />
      <FileField
        name="zip"
        error={reply?.errors.zip}
        label="ZIP of the files that the rows name"
        hint="A file is found by its name, in whatever folder of the ZIP it is. Each is scanned and read like one that is sent by the form."
        acceptedExtensions={[".zip"]}
      />
      <Button kind="secondary" name="step" value="files">
        Bring these files
      </Button>
    </form>
  );
}
