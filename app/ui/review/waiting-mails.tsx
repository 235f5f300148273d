type WaitingMail = {
  key: string;
  what: string;
  to: string;
  since: string;
  state: string;
};

/** Mail that has not gone: what for and since when, and of the address only what tells two apart. */
export function WaitingMails({ mails }: { mails: WaitingMail[] }) {
  if (mails.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Mail that has not gone</h2>
      <ul className="heard-jobs">
        {mails.map((mail) => (
          <li className="heard-jobs__job" key={mail.key}>
            <p className="heard-jobs__words">
              <strong>{mail.what}</strong> to {mail.to}
              <span className="heard-jobs__facts">
                Since {mail.since}. {mail.state}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
