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
        <p className="heard-reading-heading__facts">
          {describeHits(props.hitCount, props.query)}
        </p>
      )}
      <p className="heard-reading-heading__skip">
        <a className="govuk-link" href="#work">
          Go to tags, decision and notes
        </a>
      </p>
    </div>
  );
}

function describeHits(hitCount: number, query: string): string {
  if (hitCount === 0) return `“${query}” is not marked in these texts.`;
  return `“${query}” is marked ${hitCount === 1 ? "once" : `${hitCount} times`} below.`;
}
