import { type ChangeEvent, useState } from "react";
import { useHasScript } from "../use-has-script.ts";
import { LongTextField } from "../text-fields.tsx";

type CodebookTextProps = {
  name: string;
  defaultValue?: string | undefined;
  error?: string | undefined;
};

/** Of a file that is larger nothing is read. */
const maxFileBytes = 4_000_000;

/** A codebook's text: pasted, or read out of a file where a script runs. */
export function CodebookText({ name, defaultValue, error }: CodebookTextProps) {
  const isLive = useHasScript();
  const [told, setTold] = useState("");
  const readFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    const box = document.getElementById(name);
    if (!file || !(box instanceof HTMLTextAreaElement)) return;
    if (file.size > maxFileBytes) {
      setTold("This file is too large to be a codebook. It was not read.");
      return;
    }
    box.value = await file.text();
    setTold(`${file.name} was read. It stands in the box below.`);
  };
  return (
    <>
      {isLive && (
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="codebook-file">
            Choose a file (.qdc or .csv)
          </label>
          <input
            className="govuk-file-upload"
            id="codebook-file"
            type="file"
            accept=".qdc,.csv,.xml,text/csv,text/xml"
            onChange={(event) => void readFile(event)}
          />
          <p className="govuk-body-s" role="status">
            {told}
          </p>
        </div>
      )}
      <LongTextField
        name={name}
        defaultValue={defaultValue}
        error={error}
        label={isLive ? "Or paste its text" : "The text of the file"}
        hint="A REFI-QDA codebook, or a table with the columns name, parent, definition, include, exclude, colour and retired."
        rows={8}
      />
    </>
  );
}
