import { Button } from "../button.tsx";
import { FileField } from "../file-field.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { LongTextField } from "../text-fields.tsx";

type Preview = {
  seen: string;
  canBeTaken: boolean;
  summary: string;
  changes: {
    where: string;
    before: string | undefined;
    after: string;
    notes: string[];
  }[];
  more: string | undefined;
  leftOut: string[];
};

/** A file of translations: chosen or pasted, shown by what it changes, then taken in. */
export function BringInForm({
  language,
  preview,
  reply,
}: {
  language: string;
  preview: Preview | undefined;
  reply: FormReply | undefined;
}) {
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      {preview && <Incoming preview={preview} language={language} />}
      <FileField
        name="file"
        error={reply?.errors.file}
        label="File"
        hint={`The XLIFF file as the translator’s program gives it back, or the table saved as CSV, with the translations in its column “${language}”.`}
        acceptedExtensions={[".xlf", ".xliff", ".csv"]}
      />
      <LongTextField
        {...fieldProps(reply, "text")}
        label="Or paste its text"
        rows={8}
      />
      <Button
        kind={preview?.canBeTaken ? "secondary" : "primary"}
        name="step"
        value="preview"
      >
        Show what it would change
      </Button>
    </form>
  );
}

function Incoming({
  preview,
  language,
}: {
  preview: Preview;
  language: string;
}) {
  return (
    <>
      <input type="hidden" name="seen" value={preview.seen} />
      <h2 className="govuk-heading-m">What it would change</h2>
      <p className="govuk-body">{preview.summary}</p>
      {preview.leftOut.length > 0 && (
        <div className="govuk-inset-text">
          <h3 className="govuk-heading-s">Left out</h3>
          <ul className="govuk-list govuk-list--bullet">
            {preview.leftOut.map((words, index) => (
              <li key={index}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="heard-text-changes">
        <dl>
          {preview.changes.map((change, index) => (
            <div key={index} className="heard-text-changes__one">
              <dt>{change.where}</dt>
              {change.before !== undefined && (
                <dd className="heard-other-text">
                  <span className="heard-text-changes__when">Before: </span>
                  <del lang={language} dir="auto">
                    {change.before}
                  </del>
                </dd>
              )}
              <dd className="heard-other-text">
                <span className="heard-text-changes__when">After: </span>
                <ins lang={language} dir="auto">
                  {change.after}
                </ins>
              </dd>
              {change.notes.map((note) => (
                <dd key={note}>{note}</dd>
              ))}
            </div>
          ))}
        </dl>
      </div>
      {preview.more && <p className="govuk-body">{preview.more}</p>}
      {preview.canBeTaken && (
        <Button name="step" value="confirm">
          Bring these in
        </Button>
      )}
    </>
  );
}
