import { FileField } from "../file-field.tsx";
import { LongTextField } from "../text-fields.tsx";

type CodebookTextProps = {
  name: string;
  defaultValue?: string | undefined;
  error?: string | undefined;
};

/** A codebook's text: in a file, or pasted; what was read of a file stands in the box. */
export function CodebookText({
  file,
  ...text
}: CodebookTextProps & { file: { error?: string | undefined } }) {
  return (
    <>
      <FileField
        name="file"
        error={file.error}
        label="File"
        hint="A REFI-QDA codebook (.qdc), or a table (.csv) with the columns name, parent, definition, include, exclude, colour and retired."
        acceptedExtensions={[".qdc", ".csv", ".xml"]}
      />
      <LongTextField {...text} label="Or paste its text" rows={8} />
    </>
  );
}
