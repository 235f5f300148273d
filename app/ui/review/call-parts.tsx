import {
  AdviceLine,
  type AdviceLineWords,
} from "../authoring/advice-beside.tsx";
import { ButtonLink } from "../button.tsx";
import { SummaryList } from "../summary-list.tsx";
import type { CallLine } from "./call-list.tsx";

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
  links: {
    href: string;
    label: string;
    note: string;
    advice?: AdviceLineWords;
  }[];
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
      {links.map(({ href, label, note, advice }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {label}
          </a>
          <br />
          <span className="heard-people__quiet">{note}</span>
          <AdviceLine line={advice} of={`“${label}”`} />
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
  /** Who is in the middle of their answer, a line for each version. */
  underWay: string[];
};

/** Each version of the form that people were asked, the newest first, and who is still answering it. */
export function CallVersions({ versions, underWay }: CallVersionsProps) {
  return (
    <>
      <VersionLinks versions={versions} />
      {underWay.length > 0 && (
        <>
          <h3 className="govuk-heading-s">In the middle of their answer</h3>
          <ul className="govuk-list govuk-list--bullet">
            {underWay.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function VersionLinks({ versions }: Pick<CallVersionsProps, "versions">) {
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
