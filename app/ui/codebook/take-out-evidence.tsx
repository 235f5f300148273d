import { Button } from "../button.tsx";
import { SelectField } from "../choice-fields.tsx";

type TakeOutProps = {
  /** What a file may be for, each with its words. */
  reasons: Record<string, string>;
  action: string;
};

/** A list as a file, for whoever says what it is for; folded away below it. */
export function TakeOutEvidence({ reasons, action }: TakeOutProps) {
  return (
    <details className="govuk-details heard-no-print">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Take this list out as a file
        </span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">
          A file for a spreadsheet with what the filter leaves. Words that may
          not be quoted are left out of it, and its last line tells how many
          were. That you took it, and what for, is kept.
        </p>
        <form method="post" action={action}>
          <SelectField
            name="reason"
            label="What the file is for"
            emptyLabel="Choose"
            choices={Object.entries(reasons).map(([value, label]) => ({
              value,
              label,
            }))}
          />
          <Button kind="secondary">Take it out (CSV)</Button>
        </form>
      </div>
    </details>
  );
}
