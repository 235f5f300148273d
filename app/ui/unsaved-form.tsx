import { isRouteErrorResponse } from "@remix-run/react";
import { Button } from "./button.tsx";

type UnsavedReason =
  "busy" | "disk" | "away" | "not-allowed" | "not-found" | "not-read" | "fault";

type UnsavedField = {
  name: string;
  value: string;
  kind: "written" | "word" | "carried";
};

/** A form that came to nothing, as the routes' one place for it throws it. */
type Unsaved = {
  reason: UnsavedReason;
  /** Undefined where nothing was sent. */
  action?: string;
  fields: UnsavedField[];
  hadFiles: boolean;
};

type UnsavedWords = {
  heading: string;
  reasons: Record<UnsavedReason, string>;
  kept: string;
  files: string;
  nothingSent: string;
  typed: string;
  tryAgain: string;
};

/** What was thrown, where that is a form that came to nothing. */
export function unsavedIn(error: unknown): Unsaved | undefined {
  if (!isRouteErrorResponse(error)) return undefined;
  const thrown: unknown = error.data;
  if (typeof thrown !== "object" || thrown === null) return undefined;
  return "unsaved" in thrown ? (thrown.unsaved as Unsaved) : undefined;
}

type UnsavedPageProps = { unsaved: Unsaved; words: UnsavedWords };

/** What was typed and came to nothing, to be read, copied and sent again as it was. */
export function UnsavedPage({ unsaved, words }: UnsavedPageProps) {
  const { reason, action, fields, hadFiles } = unsaved;
  return (
    <>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <p className="govuk-body">{words.reasons[reason]}</p>
      <p className="govuk-body">{action ? words.kept : words.nothingSent}</p>
      {hadFiles && <p className="govuk-body">{words.files}</p>}
      {action && (
        <form method="post" action={action}>
          {fields.map((field, index) => (
            <SentField
              key={`${field.name} ${index}`}
              {...field}
              label={words.typed}
            />
          ))}
          <Button>{words.tryAgain}</Button>
        </form>
      )}
    </>
  );
}

/** A person's own words are shown; what else a form holds means nothing to them. */
function SentField({
  name,
  value,
  kind,
  label,
}: UnsavedField & { label: string }) {
  if (kind !== "written")
    return <textarea hidden readOnly name={name} value={value} />;
  return (
    <div className="govuk-form-group">
      <textarea
        className="govuk-textarea"
        aria-label={label}
        rows={8}
        name={name}
        defaultValue={value}
      />
    </div>
  );
}
