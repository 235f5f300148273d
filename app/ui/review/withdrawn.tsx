import { sentText, type FormReply } from "../form-reply.tsx";

/** Over everything else: a response that looks like any other would be quoted like any other. */
export function WithdrawnNotice({
  withdrawal,
  reopenHref,
}: {
  withdrawal?: string | undefined;
  /** Where what it says is opened, to somebody to whom it is closed. */
  reopenHref?: string | undefined;
}) {
  return (
    <>
      <div className="govuk-warning-text">
        <span className="govuk-warning-text__icon" aria-hidden="true">
          !
        </span>
        <strong className="govuk-warning-text__text">
          <span className="govuk-visually-hidden">Warning</span>
          {withdrawal}
        </strong>
      </div>
      {reopenHref && (
        <p className="govuk-body">
          <a className="govuk-link" href={reopenHref}>
            I have to read what it says
          </a>
        </p>
      )}
    </>
  );
}

const typedFields = [
  ["quote", "Words of the passage"],
  ["memo", "Memo"],
  ["passageNewTagName", "New tag for the passage"],
  ["passageNewTagDefinition", "What that tag means"],
  ["responseNewTagName", "New tag"],
  ["responseNewTagDefinition", "What it means"],
  ["note", "Note"],
] as const;

/** What somebody typed that cannot be saved any more, for them to copy; on a page's form it travels along and is kept. */
export function TypedInVain({ reply }: { reply: FormReply | undefined }) {
  const typed = typedFields.filter(
    ([name]) => sentText(reply, name).trim() !== "",
  );
  if (typed.length === 0) return null;
  return (
    <section aria-label="What you typed">
      <p className="govuk-body">
        What you typed cannot be saved any more. It stands here to be copied.
      </p>
      {typed.map(([name, label]) => (
        <div className="govuk-form-group" key={name}>
          <label className="govuk-label" htmlFor={`typed-${name}`}>
            {label}
          </label>
          <textarea
            className="govuk-textarea"
            id={`typed-${name}`}
            name={name}
            rows={3}
            readOnly
            dir="auto"
            defaultValue={sentText(reply, name)}
          />
        </div>
      ))}
    </section>
  );
}
