import { StatusTag } from "./page-parts.tsx";
import { Said } from "./language.tsx";

export type CallCardProps = {
  to: string;
  title: string;
  summary: string;
  /** Short sentences without their stops. */
  facts: string[];
  /** Where it stands, in words. */
  state: string;
  tag?: string | undefined;
};

type CallCardsProps = {
  cards: CallCardProps[];
  /** For what cannot be answered yet. */
  isLater?: boolean | undefined;
};

export function CallCards({ cards, isLater }: CallCardsProps) {
  return (
    <ul className="heard-call-list">
      {cards.map((card) => (
        <li
          className={isLater ? "heard-call heard-call--later" : "heard-call"}
          key={card.to}
        >
          <h3 className="govuk-heading-m">
            <a className="govuk-link heard-call__link" href={card.to}>
              <Said text={card.title} />
            </a>
          </h3>
          <p className="govuk-body">
            <Said text={card.summary} />
          </p>
          <Facts facts={card.facts} />
          <p className="heard-call__state">
            <span>{card.state}</span>
            {card.tag && <StatusTag colour="orange">{card.tag}</StatusTag>}
          </p>
        </li>
      ))}
    </ul>
  );
}

export type ListedCall = Omit<CallCardProps, "state" | "tag"> & {
  /** Leads to what came of it; undefined where nothing is told. */
  outcome: string | undefined;
};

/** What can no longer be answered: a list, and what came of each. */
export function CallList({ calls }: { calls: ListedCall[] }) {
  return (
    <ul className="heard-past-calls">
      {calls.map((call) => (
        <li className="heard-past-call" key={call.to}>
          <h3 className="govuk-heading-s">
            <a className="govuk-link" href={call.to}>
              <Said text={call.title} />
            </a>
          </h3>
          <p className="govuk-body">
            <Said text={call.summary} />
          </p>
          <Facts facts={call.facts} />
          {call.outcome && (
            <p className="govuk-body">
              <a className="govuk-link" href={`${call.to}#what-we-heard`}>
                {call.outcome}
                <span className="govuk-visually-hidden">
                  : <Said text={call.title} />
                </span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Facts({ facts }: { facts: string[] }) {
  if (facts.length === 0) return null;
  return (
    <ul className="heard-facts">
      {facts.map((fact) => (
        <li key={fact}>
          <Said text={fact} />
        </li>
      ))}
    </ul>
  );
}
