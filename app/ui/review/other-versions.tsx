import { ownDirections } from "../own-directions.ts";

type OtherVersionsProps = {
  former: { label: string; line: string; text: string }[];
  takenBack: {
    label: string;
    line: string;
    words: string[];
    files: { href: string; name: string }[];
  }[];
  passagesTakenBack: string | undefined;
  /** Where what was taken back is opened, to somebody to whom it is closed. */
  reopenHref: string | undefined;
};

/** What its sender changed or took back, below what stands. */
export function OtherVersions(props: OtherVersionsProps) {
  return (
    <>
      <FormerWords former={props.former} />
      <TakenBackParts {...props} />
    </>
  );
}

function FormerWords({ former }: Pick<OtherVersionsProps, "former">) {
  if (former.length === 0) return null;
  return (
    <section id="former">
      <h2 className="govuk-heading-m">Changed by whoever sent it</h2>
      <p className="govuk-body">
        These words do not stand any more. Do not quote or use them.
      </p>
      {former.map(({ label, line, text }, index) => (
        <details className="govuk-details" key={index}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {label}: {line}
            </span>
          </summary>
          <div className="govuk-details__text">
            <div className={`heard-answer ${ownDirections(text)}`} dir="auto">
              {text}
            </div>
          </div>
        </details>
      ))}
    </section>
  );
}

/** The places of a response where something was taken back, closed until its reader has said why they have to read it. */
function TakenBackParts(props: OtherVersionsProps) {
  const { takenBack, passagesTakenBack, reopenHref } = props;
  if (takenBack.length === 0) return null;
  return (
    <section id="taken-back">
      <h2 className="govuk-heading-m">Taken back</h2>
      {takenBack.map(({ label, line, words, files }, index) => (
        <div className="heard-answer-block" key={index}>
          <h3 className="heard-question">{label}</h3>
          <p className="govuk-body heard-muted">{line}</p>
          {words.map((text, version) => (
            <div
              className={`govuk-inset-text heard-answer ${ownDirections(text)}`}
              dir="auto"
              key={version}
            >
              {text}
            </div>
          ))}
          {files.map(({ href, name }) => (
            <p className="govuk-body" key={href}>
              <a className="govuk-link" href={href} download>
                <bdi>{name}</bdi>
              </a>
            </p>
          ))}
        </div>
      ))}
      {passagesTakenBack && <p className="govuk-body">{passagesTakenBack}</p>}
      {reopenHref && (
        <p className="govuk-body">
          <a className="govuk-link" href={reopenHref}>
            I have to read what was taken back
          </a>
        </p>
      )}
    </section>
  );
}
