import { sessionsAddress } from "#app/addresses.ts";

type OwnSession = {
  sessionId: string;
  begun: string;
  lastUsed: string;
  isCurrent: boolean;
};

type Colleague = { staffId: string; name: string; count: number };

type SessionListProps = {
  /** Where the forms are sent. */
  action: string;
  own: OwnSession[];
  /** Left out for whoever may end only their own. */
  colleagues: Colleague[] | undefined;
};

/** Sessions, each with a button that ends it; for those who lead, colleagues' too. */
export function SessionList({ action, own, colleagues }: SessionListProps) {
  return (
    <>
      <ul className="heard-jobs">
        {own.map((session) => (
          <li className="heard-jobs__job" key={session.sessionId}>
            <p className="heard-jobs__words">
              <strong>
                {session.isCurrent ? "This session" : "Another session"}
              </strong>
              <span className="heard-jobs__facts">
                Signed in {session.begun}, last used {session.lastUsed}
              </span>
            </p>
            {!session.isCurrent && (
              <EndButton
                action={action}
                field={{ name: "session", value: session.sessionId }}
                label="End this one"
                hidden={`, signed in ${session.begun}`}
              />
            )}
          </li>
        ))}
      </ul>
      {own.length > 1 && (
        <EndButton action={action} label="End all but this session" />
      )}
      {colleagues && (
        <section className="heard-colleagues">
          <h2 className="govuk-heading-m">Colleagues who are signed in</h2>
          {colleagues.length === 0 && <p className="govuk-body">Nobody is.</p>}
          <ul className="heard-jobs">
            {colleagues.map((colleague) => (
              <ColleagueLine
                key={colleague.staffId}
                action={action}
                colleague={colleague}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type ColleagueLineProps = { action: string; colleague: Colleague };

function ColleagueLine({ action, colleague }: ColleagueLineProps) {
  const { staffId, name, count } = colleague;
  return (
    <li className="heard-jobs__job">
      <p className="heard-jobs__words">
        <strong>{name}</strong>
        <span className="heard-jobs__facts">
          {count === 1 ? "1 session" : `${count} sessions`}
        </span>
      </p>
      <EndButton
        action={action}
        field={{ name: "staff", value: staffId }}
        label={count === 1 ? "End this session" : "End these sessions"}
        hidden={` of ${name}`}
      />
    </li>
  );
}

type PersonSessionsProps = {
  staffId: string;
  sessions: Omit<OwnSession, "isCurrent">[];
};

/** A colleague's sessions, all of which end together. */
export function PersonSessions({ staffId, sessions }: PersonSessionsProps) {
  if (sessions.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Where they are signed in</h2>
      <ul className="heard-jobs">
        {sessions.map(({ sessionId, begun, lastUsed }) => (
          <li className="heard-jobs__job" key={sessionId}>
            <p className="heard-jobs__words">
              Signed in {begun}, last used {lastUsed}
            </p>
          </li>
        ))}
      </ul>
      <EndButton
        action={sessionsAddress}
        field={{ name: "staff", value: staffId }}
        label="End these sessions"
      />
    </>
  );
}

type EndButtonProps = {
  action: string;
  field?: { name: string; value: string };
  label: string;
  /** What the label leaves to the eye. */
  hidden?: string;
};

function EndButton({ action, field, label, hidden }: EndButtonProps) {
  return (
    <form method="post" action={action}>
      {field && <input type="hidden" {...field} />}
      <button
        type="submit"
        className="govuk-button govuk-button--secondary heard-button--small"
      >
        {label}
        {hidden && <span className="govuk-visually-hidden">{hidden}</span>}
      </button>
    </form>
  );
}
