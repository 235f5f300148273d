import { StatusTag } from "../page-parts.tsx";

type Head = {
  state: string;
  timeLeft: string | undefined;
  /** Closings that were told and moved. */
  extended: { before: string; struck?: string | undefined; after: string }[];
  thanks: string | undefined;
  facts: string[];
  /** The way in, in words: it is a picture. */
  way: string;
  outcome: string | undefined;
};

type PublicSightProps = {
  title: string;
  /** In the place of a page, where there is none. */
  says: string | undefined;
  head: Head | undefined;
  href: string;
  label: string;
};

/** The head of a call's public page, small, and the way to the page itself. */
export function PublicSight(props: PublicSightProps) {
  const { title, says, head, href, label } = props;
  return (
    <>
      {says && <p className="govuk-inset-text">{says}</p>}
      {head && <PageHead title={title} {...head} />}
      <p className="govuk-body">
        <a className="govuk-link" href={href}>
          {label}
        </a>
      </p>
    </>
  );
}

function PageHead({ title, ...head }: Head & { title: string }) {
  const { state, timeLeft, extended, thanks, facts, way, outcome } = head;
  return (
    <div className="heard-sight">
      <p className="heard-sight__title">{title}</p>
      <p>
        <strong>{state}</strong>{" "}
        {timeLeft && <StatusTag colour="orange">{timeLeft}</StatusTag>}
      </p>
      {extended.map(({ before, struck, after }) => (
        <p key={after}>
          {before}
          {struck && <s>{struck}</s>}
          {after}
        </p>
      ))}
      {thanks && <p>{thanks}</p>}
      {facts.length > 0 && (
        <ul className="heard-sight__facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <p className="heard-sight__way">{way}</p>
      {outcome && <p>{outcome}</p>}
    </div>
  );
}
