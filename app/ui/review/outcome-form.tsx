import { Button } from "../button.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { Prose } from "../prose.tsx";
import { LongTextField } from "../text-fields.tsx";

type Texts = { en: string; cy: string };

type OutcomeFormProps = {
  screen: {
    en: string | undefined;
    cy: string | undefined;
    rowVersion: number;
    isBilingual: boolean;
  };
  reply: FormReply | undefined;
};

const hint =
  "Blank lines part paragraphs. Lines that start with “- ” are a list.";

/** What came of a call, as it is written. */
export function OutcomeForm({ screen, reply }: OutcomeFormProps) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="rowVersion" value={screen.rowVersion} />
      <LongTextField
        {...fieldProps(reply, "en", screen.en)}
        label={screen.isBilingual ? "In English" : "What came of it"}
        hint={hint}
        rows={12}
      />
      {screen.isBilingual && (
        <LongTextField
          {...fieldProps(reply, "cy", screen.cy)}
          label="In Welsh (optional)"
          hint="Left empty, people who read in Welsh read it in English."
          rows={12}
        />
      )}
      <Button kind="secondary" name="step" value="preview">
        Show what the public will see
      </Button>
    </form>
  );
}

/** The words as the public page sets them, and the button that tells exactly these. */
export function ShownOutcome(props: { shown: Texts; rowVersion: number }) {
  const { shown, rowVersion } = props;
  return (
    <form method="post" noValidate>
      <div
        className="heard-change-preview"
        role="status"
        tabIndex={-1}
        autoFocus
      >
        <h2 className="govuk-heading-s">The public will read</h2>
        <Prose text={shown.en} />
        {shown.cy !== "" && (
          <div lang="cy">
            <Prose text={shown.cy} />
          </div>
        )}
      </div>
      <input type="hidden" name="en" value={shown.en} />
      <input type="hidden" name="cy" value={shown.cy} />
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <Button kind="warning" name="step" value="tell">
        Tell the public this
      </Button>
    </form>
  );
}

/** The way back, for whoever told too much. */
export function TakeOutcomeBack({ rowVersion }: { rowVersion: number }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Take it back</span>
      </summary>
      <form method="post" noValidate className="govuk-details__text">
        <p className="govuk-body">
          The call’s page tells nothing of its outcome then. What was told is
          not kept.
        </p>
        <input type="hidden" name="rowVersion" value={rowVersion} />
        <Button kind="warning" name="step" value="take-back">
          Take back what was told
        </Button>
      </form>
    </details>
  );
}
