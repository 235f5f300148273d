import { Way } from "./carried-ways.tsx";
import { useEffect, useRef } from "react";

export type FieldError = {
  /** The id of the field to go to; undefined where no one field is at fault. */
  fieldId?: string | undefined;
  /** The page to go to, where the field is on another one. */
  to?: string | undefined;
  message: string;
};

type ErrorSummaryProps = { heading: string; errors: FieldError[] };

/** Stands at the top of `main`, also for one error. The keyboard's focus moves to it, as the page opens or by the script of one that is open. */
export function ErrorSummary({ heading, errors }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="govuk-error-summary" ref={summary} tabIndex={-1} autoFocus>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{heading}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <li key={`${error.fieldId} ${error.message}`}>
                <ErrorEntry {...error} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function ErrorEntry({ fieldId, to, message }: FieldError) {
  if (to) return <Way to={to}>{message}</Way>;
  if (!fieldId) return <>{message}</>;
  return (
    <a href={`#${fieldId}`} onClick={(event) => focusField(event, fieldId)}>
      {message}
    </a>
  );
}

/** A hash link scrolls but does not always move focus into an input. */
function focusField(event: React.MouseEvent, fieldId: string) {
  const field = document.getElementById(fieldId);
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}
