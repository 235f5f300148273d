type InvitationLine = {
  key: string;
  href: string;
  email: string;
  isOpen: boolean;
  facts: string;
};

/** Invitations that nobody came by, each with what can be done about it. */
export function InvitationList({ lines }: { lines: InvitationLine[] }) {
  return (
    <section className="heard-colleagues">
      <h2 className="govuk-heading-m">Invitations that were not used</h2>
      {lines.length === 0 && <p className="govuk-body">There is none.</p>}
      <ul className="heard-jobs">
        {lines.map(({ key, href, email, isOpen, facts }) => (
          <li className="heard-jobs__job" key={key}>
            <p className="heard-jobs__words">
              <strong>{email}</strong>
              <span className="heard-jobs__facts">{facts}</span>
            </p>
            <form method="post" action={href} className="heard-buttons">
              <SmallButton intent="again" label="Send again" hidden={email} />
              {isOpen && (
                <SmallButton
                  intent="withdraw"
                  label="Withdraw"
                  hidden={email}
                />
              )}
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

type SmallButtonProps = { intent: string; label: string; hidden: string };

function SmallButton({ intent, label, hidden }: SmallButtonProps) {
  return (
    <button
      type="submit"
      name="intent"
      value={intent}
      className="govuk-button govuk-button--secondary heard-button--small"
    >
      {label}
      <span className="govuk-visually-hidden"> {hidden}</span>
    </button>
  );
}
