import { Button, ButtonLink } from "../button.tsx";

type ImportStepsProps = {
  rowVersion: number;
  /** Where something can be imported: what its button says. */
  importLabel: string | undefined;
  refusalsHref: string | undefined;
  columnsHref: string | undefined;
  undoHref: string | undefined;
  canDiscard: boolean;
};

/** What can be done with a table next. */
export function ImportSteps(props: ImportStepsProps) {
  const { importLabel, refusalsHref, columnsHref, undoHref } = props;
  return (
    <>
      {refusalsHref && (
        <p className="govuk-body">
          <a className="govuk-link" href={refusalsHref}>
            Download the refused rows (CSV)
          </a>
          , with the reason of each in the last column. Correct them there and
          upload that file.
        </p>
      )}
      <form method="post" noValidate>
        <input type="hidden" name="seen" value={props.rowVersion} />
        <div className="govuk-button-group">
          {importLabel && (
            <Button name="step" value="import">
              {importLabel}
            </Button>
          )}
          {columnsHref && (
            <ButtonLink
              to={columnsHref}
              kind={importLabel ? "secondary" : "primary"}
            >
              Say what the columns are
            </ButtonLink>
          )}
          {undoHref && (
            <ButtonLink to={undoHref} kind="secondary">
              Take this import back
            </ButtonLink>
          )}
          {props.canDiscard && (
            <Button kind="secondary" name="step" value="discard">
              Delete the file’s rows
            </Button>
          )}
        </div>
      </form>
      <p className="govuk-hint">
        The rows of a file are kept here for 30 days, then deleted. What was
        imported from them stays.
      </p>
    </>
  );
}
