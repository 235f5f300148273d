export type ReceivedEmailLine = {
  emailId: number;
  href: string;
  subject: string;
  from: string;
  facts: string;
  excerpt: string;
  remarks: string[];
  leftOut: string | undefined;
};

type ReceivedEmailListProps = {
  heading: string;
  none: string;
  emails: ReceivedEmailLine[];
};

/** Emails that were brought, one after the other; what they say is shown as text alone. */
export function ReceivedEmailList(props: ReceivedEmailListProps) {
  const { heading, none, emails } = props;
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      {emails.length === 0 && <p className="govuk-body">{none}</p>}
      <ul className="govuk-list heard-imports">
        {emails.map((email) => (
          <li className="heard-imports__file" key={email.emailId}>
            <p className="heard-imports__name">
              <a className="govuk-link" href={email.href}>
                <bdi>{email.subject}</bdi>
              </a>
            </p>
            <p className="heard-imports__facts heard-muted">
              <bdi>{email.from}</bdi>, {email.facts}
            </p>
            {email.excerpt && (
              <p className="heard-imports__facts" dir="auto">
                {email.excerpt}
              </p>
            )}
            {email.leftOut && (
              <p className="heard-imports__facts">{email.leftOut}</p>
            )}
            <EmailRemarks remarks={email.remarks} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What somebody should know of an email before they take it in. */
export function EmailRemarks({ remarks }: { remarks: string[] }) {
  if (remarks.length === 0) return null;
  return (
    <ul className="heard-email__remarks">
      {remarks.map((remark) => (
        <li key={remark}>{remark}.</li>
      ))}
    </ul>
  );
}
