import { ButtonLink } from "../button.tsx";

type GroupLine = {
  key: number;
  name: string;
  href: string;
  members: string;
  waiting: string | undefined;
  waitingHref: string;
  isWithoutReaders: boolean;
};

/** The groups that work is given to, each with its members and what waits for it. */
export function GroupList({
  lines,
  newHref,
}: {
  lines: GroupLine[];
  newHref: string;
}) {
  return (
    <section className="heard-colleagues">
      <h2 className="govuk-heading-m">Groups</h2>
      <p className="govuk-body">
        What is assigned to a group is handed to whichever of its members takes
        the next response first.
      </p>
      <ul className="heard-jobs">
        {lines.map((line) => (
          <li className="heard-jobs__job" key={line.key}>
            <p className="heard-jobs__words">
              <a className="govuk-link" href={line.href}>
                <strong>{line.name}</strong>
              </a>
              <span className="heard-jobs__facts">{line.members}</span>
            </p>
            {line.waiting && (
              <p className="heard-jobs__words heard-groups__waiting">
                <a className="govuk-link" href={line.waitingHref}>
                  {line.waiting}
                </a>
                {line.isWithoutReaders && (
                  <span className="heard-jobs__facts">
                    Nobody is there to read them.
                  </span>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      <ButtonLink to={newHref} kind="secondary">
        Make a group
      </ButtonLink>
    </section>
  );
}
