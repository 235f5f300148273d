import { FileField } from "../file-field.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { LongTextField } from "../text-fields.tsx";
import { Button } from "../button.tsx";

type CallFileFieldsProps = {
  reply: (FormReply & { faults?: string[] | undefined }) | undefined;
  /** It was read, and what it comes to stands on the page. */
  isShown: boolean;
  /** The button that shows it, and changes nothing. */
  show: string;
};

/** Where a call's file is handed in, or its text, to be looked at first. */
export function CallFileFields({ reply, isShown, show }: CallFileFieldsProps) {
  return (
    <>
      <FileField
        name="file"
        error={reply?.errors.file}
        label="File"
        hint="A file that was taken out of Heard, ending in .json."
        acceptedExtensions={[".json"]}
      />
      <LongTextField
        {...fieldProps(reply, "text")}
        label="Or paste its text"
        rows={8}
      />
      <CallFileFaults faults={reply?.faults} />
      <Button
        kind={isShown ? "secondary" : "primary"}
        name="step"
        value="preview"
      >
        {show}
      </Button>
    </>
  );
}

/** All that stands against a file; a single fault is told beside its box. */
function CallFileFaults({ faults }: { faults?: string[] | undefined }) {
  if (!faults || faults.length < 2) return null;
  return (
    <ol className="govuk-list govuk-list--number">
      {faults.map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
    </ol>
  );
}
