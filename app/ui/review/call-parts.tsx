import { ButtonLink } from "../button.tsx";
import { SummaryList } from "../summary-list.tsx";
import type { CallLine } from "./call-list.tsx";

/** The words of the public page about when it can be answered, and the way to it. */
export function PublicSight({
  says,
  href,
}: {
  says: string;
  href: string | undefined;
}) {
  return (
    <>
      <div className="govuk-inset-text">{says}</div>
      {href && (
        <p className="govuk-body">
          <a className="govuk-link" href={href}>
            Look at the public page
          </a>
        </p>
      )}
    </>
  );
}

/** When a call opens and closes, and what it has. */
export function CallFacts({ facts }: { facts: CallLine }) {
  const rows = [
    ["Opens", facts.opens],
    ["Closes", facts.closes],
    ["Responses", facts.responses],
    ["Begun and not sent", facts.underWay],
    ["Words and questions", facts.version],
    ["Languages", facts.languages],
  ] as const;
  return (
    <SummaryList
      rows={rows.map(([label, value]) => ({
        ...{ id: label.toLowerCase().replaceAll(" ", "-"), label, value },
      }))}
    />
  );
}

type CallLinksProps = {
  links: { href: string; label: string; note: string }[];
  /** They are done one after the other. */
  inOrder?: boolean;
};

/** Pages about a call, each with what it is for. */
export function CallLinks({ links, inOrder }: CallLinksProps) {
  const List = inOrder ? "ol" : "ul";
  return (
    <List
      className={
        inOrder
          ? "govuk-list govuk-list--number govuk-list--spaced"
          : "govuk-list govuk-list--spaced"
      }
    >
      {links.map(({ href, label, note }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {label}
          </a>
          <br />
          <span className="heard-people__quiet">{note}</span>
        </li>
      ))}
    </List>
  );
}

type CallVersionsProps = {
  versions: {
    version: number;
    label: string;
    href: string;
    added: string;
    isCurrent: boolean;
  }[];
};

/** Each version of the form that people were asked, the newest first. */
export function CallVersions({ versions }: CallVersionsProps) {
  return (
    <ul className="govuk-list">
      {versions.map(({ version, label, href, added, isCurrent }) => (
        <li key={version}>
          <a className="govuk-link" href={href}>
            {label}
          </a>
          , {added}
          {isCurrent && " (what whoever begins now is asked)"}
        </li>
      ))}
    </ul>
  );
}

type CallStepLinksProps = {
  possible: { step: string; href: string; label: string }[];
  others: { step: string; label: string; why: string }[];
};

/** What can be done about a call, each on a page that says first what it comes to; and what cannot, with why. */
export function CallStepLinks({ possible, others }: CallStepLinksProps) {
  return (
    <>
      {possible.length > 0 && (
        <p className="govuk-body">
          Each opens a page that says what will happen. Nothing is public before
          you confirm it there.
        </p>
      )}
      <div className="govuk-button-group">
        {possible.map(({ step, href, label }) => (
          <ButtonLink to={href} kind="secondary" key={step}>
            {label}
          </ButtonLink>
        ))}
      </div>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            What cannot be done now, and why
          </span>
        </summary>
        <div className="govuk-details__text">
          <ul className="govuk-list govuk-list--bullet">
            {others.map(({ step, label, why }) => (
              <li key={step}>
                {label}: {why}
              </li>
            ))}
          </ul>
        </div>
      </details>
    </>
  );
}
