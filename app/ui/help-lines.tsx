import { Said } from "./language.tsx";

export type HelpLine = {
  who: string;
  reached: string;
  phone?: string | undefined;
  address?: string | undefined;
};

export type HelpLinesProps = {
  words: { notRead: string; summary: string };
  /** What to do where somebody is in danger now. */
  danger: string;
  helpLines: HelpLine[];
};

/** Who can help, before anything is asked or after it was sent. */
export function HelpLines({ words, danger, helpLines }: HelpLinesProps) {
  return (
    <>
      <p className="govuk-body">
        {words.notRead}{" "}
        <strong>
          <Said text={danger} />
        </strong>
      </p>
      {helpLines.length > 0 && (
        <ul className="govuk-list heard-help-lines">
          {helpLines.map((line) => (
            <li key={line.who}>
              <HelpLineText {...line} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function HelpLineText({ who, reached, phone, address }: HelpLine) {
  return (
    <>
      {address ? (
        <a className="govuk-link" href={address} rel="noreferrer">
          <Said text={who} />
        </a>
      ) : (
        <Said text={who} />
      )}
      {phone && (
        <>
          {": "}
          <a
            className="govuk-link heard-phone"
            href={`tel:${phone.replaceAll(" ", "")}`}
          >
            {phone}
          </a>
        </>
      )}
      {", "}
      <Said text={reached} />
    </>
  );
}

/** The same, folded: beside a box that somebody writes into. */
export function FoldedHelpLines(help: HelpLinesProps) {
  return (
    <details className="govuk-details heard-help">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {help.words.summary}
        </span>
      </summary>
      <div className="govuk-details__text">
        <HelpLines {...help} />
      </div>
    </details>
  );
}
