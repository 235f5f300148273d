import { StatusTag, type TagColour } from "../page-parts.tsx";

type ReadingHeadingProps = {
  reference: string;
  callTitle: string;
  /** When and how it came, how long it is. */
  received: string;
  wordCount: string;
  state: { label: string; colour: TagColour };
  isFlagged: boolean;
  /** How it may be quoted; undefined where its form does not ask. */
  consent: { label: string; colour: TagColour } | undefined;
  /** The answers that the form offered, in its order. */
  facts: { label: string; text: string }[];
  /** Others that say the same words; undefined where there are none. */
  alike: { words: string; href: string } | undefined;
  /** Others by the same person, for those who may ask who sent it. */
  samePerson: { reference: string; href: string }[];
  query: string;
  hitCount: number;
  hasMoreHits: boolean;
  /** Of a file the beginning only is on the page. */
  isShownInPart: boolean;
  /** Who sent it, for those who may ask; undefined for others and where nothing was given. */
  identityHref: string | undefined;
  /** Undefined while nothing is redacted in it. */
  redactHref: string | undefined;
  /** How many redactions stand and wait, as a link says it. */
  redactions: string;
};

/** What the response is, who speaks and where it stands, in few lines: the words come next. */
export function ReadingHeading(props: ReadingHeadingProps) {
  const { consent } = props;
  return (
    <div className="heard-reading-heading">
      <div className="heard-reading-heading__line">
        <h1 className="heard-reading-heading__title">
          {props.reference}
          <span className="heard-reading-heading__call">
            <span className="govuk-visually-hidden">: </span>
            {props.callTitle}
          </span>
        </h1>
        <p className="heard-reading-heading__state">
          <StatusTag colour={props.state.colour}>{props.state.label}</StatusTag>
          {props.isFlagged && <StatusTag colour="red">Safeguarding</StatusTag>}
          {consent && (
            <StatusTag colour={consent.colour}>{consent.label}</StatusTag>
          )}
        </p>
        <p className="heard-reading-heading__facts">
          {props.received}. {props.wordCount}.
          {props.identityHref && (
            <>
              {" "}
              <a className="govuk-link" href={props.identityHref}>
                Who sent it
              </a>
            </>
          )}{" "}
          {props.alike && (
            <a className="govuk-link" href={props.alike.href}>
              {props.alike.words}
            </a>
          )}{" "}
          {props.redactHref && (
            <a className="govuk-link" href={props.redactHref}>
              {props.redactions}
            </a>
          )}
        </p>
        <SamePerson others={props.samePerson} />
      </div>
      <Facts facts={props.facts} />
      {props.query && (
        <p className="heard-reading-heading__facts">{describeHits(props)}</p>
      )}
      <p className="heard-reading-heading__skip">
        <a className="govuk-link" href="#decision">
          Go to the decision
        </a>
      </p>
    </div>
  );
}

function SamePerson({ others }: { others: ReadingHeadingProps["samePerson"] }) {
  if (others.length === 0) return null;
  return (
    <p className="heard-reading-heading__facts">
      {others.length === 1
        ? "Another response by the same person: "
        : "Other responses by the same person: "}
      {others.map(({ reference, href }, at) => (
        <span key={reference}>
          {at > 0 && ", "}
          <a className="govuk-link" href={href}>
            {reference}
          </a>
        </span>
      ))}
    </p>
  );
}

/** So many stand in the heading; the rest is folded under them. */
const factsInSight = 3;

function Facts({ facts }: Pick<ReadingHeadingProps, "facts">) {
  if (facts.length === 0) return null;
  const folded = facts.slice(factsInSight);
  return (
    <>
      <FactList facts={facts.slice(0, factsInSight)} />
      {folded.length > 0 && (
        <details className="govuk-details heard-facts__more">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {folded.length} more of what they chose
            </span>
          </summary>
          <FactList facts={folded} />
        </details>
      )}
    </>
  );
}

function FactList({ facts }: Pick<ReadingHeadingProps, "facts">) {
  return (
    <dl className="heard-facts">
      {facts.map(({ label, text }) => (
        <div className="heard-facts__fact" key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

type Hits = Pick<
  ReadingHeadingProps,
  "query" | "hitCount" | "hasMoreHits" | "isShownInPart"
>;

function describeHits({ query, hitCount, hasMoreHits, isShownInPart }: Hits) {
  if (hasMoreHits)
    return `“${query}” is marked in its first ${hitCount} places below. There may be more.`;
  const where = isShownInPart ? "in what is shown of these texts" : "below";
  if (hitCount > 0)
    return `“${query}” is marked ${hitCount === 1 ? "once" : `${hitCount} times`} ${where}.`;
  return isShownInPart
    ? `“${query}” is not marked ${where}.`
    : `“${query}” is not marked in these texts.`;
}
