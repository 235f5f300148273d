import { Button } from "../button.tsx";

type RemoveFormProps = {
  backHref: string;
  seen: string;
  questions: string[];
  brokenRules: string[];
  button: string;
};

/** What is taken away, what that breaks, and the way back. */
export function RemoveForm({
  backHref,
  seen,
  questions,
  brokenRules,
  button,
}: RemoveFormProps) {
  return (
    <>
      {questions.length > 0 && (
        <>
          <p className="govuk-body">These questions go with it:</p>
          <ul className="govuk-list govuk-list--bullet">
            {questions.map((label, index) => (
              <li key={index}>{label}</li>
            ))}
          </ul>
        </>
      )}
      <BrokenRules lines={brokenRules} />
      <p className="govuk-body">
        Answers that were given to it stay with the responses.
      </p>
      <form method="post">
        <input type="hidden" name="seen" value={seen} />
        <div className="govuk-button-group">
          <Button kind="warning">{button}</Button>
          <a className="govuk-link" href={backHref}>
            Keep it
          </a>
        </div>
      </form>
    </>
  );
}

/** The rules that look at what would go. */
export function BrokenRules({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="govuk-inset-text">
      <h2 className="govuk-heading-s">Rules that would be broken</h2>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="govuk-body">
        They stay, and the call cannot be published until no page needs them or
        they look at something else.
      </p>
    </div>
  );
}
