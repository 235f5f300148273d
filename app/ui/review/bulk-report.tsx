import { Button } from "../button.tsx";

type BulkReportProps = {
  standing: string;
  isRunning: boolean;
  searchHref: string;
  people: string[];
  cut: string | undefined;
  /** Said where it is not kept any more which they were. */
  kept: string | undefined;
  leftOut: string[];
  notUndone: string[];
  left: { reference: string; href: string; why: string }[];
  leftMore: boolean;
  buttons: {
    intent: string;
    label: string;
    kind: "primary" | "secondary" | "warning";
  }[];
};

/** What something done to many responses comes to, or came to. */
export function BulkReport(props: BulkReportProps) {
  const { standing, isRunning, searchHref, cut, buttons } = props;
  return (
    <>
      <p className="govuk-body-l" role="status">
        {standing}
      </p>
      {cut && <p className="govuk-inset-text heard-notice">{cut}</p>}
      <Lines heading="Who gets them" lines={props.people} />
      <Lines heading="Left as they are" lines={props.leftOut} />
      <Lines heading="Could not be undone" lines={props.notUndone} />
      {buttons.map(({ intent, label, kind }) => (
        <form method="post" key={intent}>
          <Button kind={kind} name="intent" value={intent}>
            {label}
          </Button>
        </form>
      ))}
      <p className="govuk-body">
        {isRunning && (
          <>
            It goes on if you leave this page.{" "}
            <a className="govuk-link" href="">
              See how far it is
            </a>{" "}
          </>
        )}
        <a className="govuk-link" href={searchHref}>
          See the list
        </a>
      </p>
      {props.kept && <p className="govuk-body">{props.kept}</p>}
      <LeftItems items={props.left} isMore={props.leftMore} />
    </>
  );
}

function Lines({ heading, lines }: { heading: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-s">{heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function LeftItems({
  items,
  isMore,
}: {
  items: BulkReportProps["left"];
  isMore: boolean;
}) {
  if (items.length === 0) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Which they are{isMore && `, the first ${items.length}`}
        </span>
      </summary>
      <ul className="govuk-details__text govuk-list">
        {items.map(({ reference, href, why }) => (
          <li key={reference}>
            <a className="govuk-link" href={href}>
              {reference}
            </a>{" "}
            {why}
          </li>
        ))}
      </ul>
    </details>
  );
}
