type HeldBackFormProps = {
  reference: string;
  href: string;
  decisions: { decision: string; label: string }[];
  /** What stands there where nothing may be done. */
  undecidable: string;
};

/** A button for each decision about a response that was held back. */
export function HeldBackForm(props: HeldBackFormProps) {
  const { reference, href, decisions, undecidable } = props;
  if (decisions.length === 0)
    return (
      <p className="govuk-body-s heard-held-back__decisions">{undecidable}</p>
    );
  return (
    <form
      method="post"
      action={href}
      className="heard-held-back__decisions"
      noValidate
    >
      {decisions.map(({ decision, label }) => (
        <button
          key={decision}
          type="submit"
          name="decision"
          value={decision}
          className="govuk-button govuk-button--secondary heard-button--small"
        >
          {label}
          <span className="govuk-visually-hidden"> {reference}</span>
        </button>
      ))}
    </form>
  );
}
