import { errorId } from "../field-frame.tsx";
import type { FormReply } from "../form-reply.tsx";

/** What helps to choose an option, shown below it; folded away where there is none. */
export function OptionHint({
  index,
  hint,
  reply,
}: {
  index: number;
  hint: string;
  reply: FormReply | undefined;
}) {
  const error = reply?.errors[`optionHint[${index}]`];
  const id =
    index === firstToMend(reply) ? "optionHint" : `optionHint-${index + 1}`;
  return (
    <details
      className="govuk-details heard-option-hint"
      open={hint !== "" || error !== undefined}
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Hint
          <span className="govuk-visually-hidden"> of option {index + 1}</span>
        </span>
      </summary>
      {error && (
        <p id={errorId(id)} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <input
        className={error ? "govuk-input govuk-input--error" : "govuk-input"}
        id={id}
        name="optionHint"
        autoComplete="off"
        dir="auto"
        defaultValue={hint}
        aria-label={`Hint of option ${index + 1}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId(id) : undefined}
      />
    </details>
  );
}

/** The box that the summary of errors leads to. */
function firstToMend(reply: FormReply | undefined): number {
  const [first] = Object.keys(reply?.errors ?? {}).flatMap(
    (key) => /^optionHint\[(\d+)\]$/.exec(key)?.[1] ?? [],
  );
  return Number(first ?? 0);
}
