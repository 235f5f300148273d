import { StartLink } from "./button.tsx";
import { StatusTag } from "./page-parts.tsx";
import { Said } from "./language.tsx";

export type StartBoxProps = {
  heading?: string | undefined;
  /** Until when, or that it is over. */
  state: string;
  timeLeft?: string | undefined;
  /** Closings that were told and moved to later. */
  extended?: { before: string; struck?: string | undefined; after: string }[];
  thanks?: string | undefined;
  facts: string[];
  way?:
    | {
        to: string;
        label: string;
        note?: string | undefined;
        isStart: boolean;
      }
    | undefined;
  remove?: { to: string; label: string } | undefined;
  another?: { to: string; label: string } | undefined;
  comeBack?: { to: string; label: string } | undefined;
};

/** What somebody wants to know before they begin, and the way in: within the first screen of a phone. */
export function StartBox(props: StartBoxProps) {
  const { heading, state, timeLeft, thanks, facts, way } = props;
  const others = [props.comeBack, props.another, props.remove].filter(
    (link) => !!link,
  );
  return (
    <div className={heading ? "heard-start" : "heard-start heard-start--over"}>
      {heading && <h2 className="govuk-heading-m">{heading}</h2>}
      <p className="govuk-body">
        {state} {timeLeft && <StatusTag colour="orange">{timeLeft}</StatusTag>}
      </p>
      {props.extended?.map(({ before, struck, after }) => (
        <p className="govuk-body-s" key={after}>
          {before}
          {struck && <s>{struck}</s>}
          {after}
        </p>
      ))}
      {thanks && <p className="govuk-body">{thanks}</p>}
      {facts.length > 0 && (
        <ul className="heard-start__facts">
          {facts.map((fact) => (
            <li key={fact}>
              <Said text={fact} />
            </li>
          ))}
        </ul>
      )}
      {way && <WayIn {...way} />}
      {others.map(({ to, label }) => (
        <p className="govuk-body" key={to}>
          <a className="govuk-link" href={to}>
            {label}
          </a>
        </p>
      ))}
    </div>
  );
}

function WayIn({
  to,
  label,
  note,
  isStart,
}: NonNullable<StartBoxProps["way"]>) {
  return (
    <>
      {note && <p className="govuk-body">{note}</p>}
      {isStart ? (
        <StartLink to={to}>{label}</StartLink>
      ) : (
        <p className="govuk-body">
          <a className="govuk-link" href={to}>
            {label}
          </a>
        </p>
      )}
    </>
  );
}
