import { StatusTag, type TagColour } from "../page-parts.tsx";

type ReadingHeadingProps = {
  heading: string;
  callTitle: string;
  received: string;
  wordCount: string;
  state: { label: string; colour: TagColour };
  isFlagged: boolean;
  query: string;
  hitCount: number;
  hasMoreHits: boolean;
  /** Of a file the beginning only is on the page. */
  isShownInPart: boolean;
  /** Who sent it, for those who may ask; undefined for others and where nothing was given. */
  identityHref: string | undefined;
};

/** What the response is and where it stands, in few lines: the words come next. */
export function ReadingHeading(props: ReadingHeadingProps) {
  return (
    <div className="heard-reading-heading">
      <span className="govuk-caption-m">{props.callTitle}</span>
      <h1 className="govuk-heading-l">{props.heading}</h1>
      <div className="heard-reading-heading__state">
        <StatusTag colour={props.state.colour}>{props.state.label}</StatusTag>
        {props.isFlagged && <StatusTag colour="red">Safeguarding</StatusTag>}
      </div>
      <p className="heard-reading-heading__facts">
        {props.received}. {props.wordCount}.
        {props.identityHref && (
          <>
            {" "}
            <a className="govuk-link" href={props.identityHref}>
              Who sent it
            </a>
          </>
        )}
      </p>
      {props.query && (
        <p className="heard-reading-heading__facts">{describeHits(props)}</p>
      )}
      <p className="heard-reading-heading__skip">
        <a className="govuk-link" href="#work">
          Go to tags, decision and notes
        </a>
      </p>
    </div>
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
