import { responseFormAddress } from "#app/addresses.ts";

export type DecisionChoice = {
  value: string;
  label: string;
  hint: string;
  /** How the response stands now. */
  isStanding: boolean;
};

type DecisionBarProps = {
  reference: string;
  /** One press each, by the keys 1 to 9 in their order; undefined for one that this person may not take. */
  choices: (DecisionChoice | undefined)[];
  /** Whatever is not one press. */
  othersHref: string;
  /** Reasons not to read it at all. */
  skips: { value: string; label: string }[];
};

/** Always in sight: each button saves all that stands on the page and takes the next response. */
export function DecisionBar(props: DecisionBarProps) {
  const { reference, choices } = props;
  const action = responseFormAddress(reference, "triage");
  return (
    <div
      className="heard-decisions"
      id="decision"
      role="group"
      aria-label="Decide and take the next"
    >
      <p className="heard-decisions__words" aria-hidden="true">
        Decide and take the next
      </p>
      <div className="heard-decisions__buttons">
        {choices.map(
          (choice, index) =>
            choice && (
              <button
                key={choice.value}
                type="submit"
                name="decide"
                value={choice.value}
                formAction={action}
                className={
                  index === 0
                    ? "govuk-button heard-decisions__button"
                    : "govuk-button govuk-button--secondary heard-decisions__button"
                }
                title={choice.hint}
                data-key={index + 1}
              >
                {choice.isStanding && (
                  <span className="govuk-visually-hidden">As it stands: </span>
                )}
                {choice.isStanding && <span aria-hidden="true">✓ </span>}
                {choice.label}
              </button>
            ),
        )}
        <a
          className="govuk-link heard-decisions__others"
          href={props.othersHref}
        >
          Other
          <span className="govuk-visually-hidden"> decisions</span>
        </a>
        <Skips {...props} />
      </div>
    </div>
  );
}

/** Gives it back for good as far as this person goes, and takes the next. */
function Skips({ reference, skips }: DecisionBarProps) {
  if (skips.length === 0) return null;
  return (
    <details className="heard-skips">
      <summary className="govuk-link">
        Skip<span className="govuk-visually-hidden"> this response</span>
      </summary>
      <div className="heard-skips__reasons">
        {skips.map(({ value, label }) => (
          <button
            key={value}
            type="submit"
            name="skip"
            value={value}
            formAction={responseFormAddress(reference, "skip")}
            className="govuk-button govuk-button--secondary heard-decisions__button"
          >
            {label}
          </button>
        ))}
      </div>
    </details>
  );
}
