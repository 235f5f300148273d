import { StatusTag } from "./page-parts.tsx";

export type CallCardProps = {
  to: string;
  title: string;
  summary: string;
  /** Where it stands, in words. */
  state: string;
  tag?: string | undefined;
};

type CallCardsProps = {
  cards: CallCardProps[];
  /** For what can no longer be answered. */
  isQuiet?: boolean | undefined;
};

export function CallCards({ cards, isQuiet }: CallCardsProps) {
  return (
    <ul className="heard-call-list">
      {cards.map((card) => (
        <li
          className={isQuiet ? "heard-call heard-call--closed" : "heard-call"}
          key={card.to}
        >
          <h3 className="govuk-heading-m">
            <a className="govuk-link heard-call__link" href={card.to}>
              {card.title}
            </a>
          </h3>
          <p className="govuk-body">{card.summary}</p>
          <p className="heard-call__state">
            <span>{card.state}</span>
            {card.tag && <StatusTag colour="orange">{card.tag}</StatusTag>}
          </p>
        </li>
      ))}
    </ul>
  );
}
