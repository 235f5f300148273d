import { Way } from "./carried-ways.tsx";
import { ownDirections } from "./own-directions.ts";

export type ItemCard = {
  id: string;
  title: string;
  /** Authors, year and kind, and where it appeared. */
  lines: string[];
  /** What should be looked at: a part that is not given, another item that is the same. */
  notes: string[];
  /** Undefined where its answers are changed one by one, elsewhere. */
  changeTo: string | undefined;
  removeTo: string;
};

type ItemCardsProps = {
  cards: ItemCard[];
  words: { change: string; remove: string };
};

/** What was added to a list, a card each. */
export function ItemCards({ cards, words }: ItemCardsProps) {
  return (
    <ol className="heard-cards">
      {cards.map((card) => (
        <li key={card.id} id={`item-${card.id}`} className="heard-card">
          <Told {...card} />
          <ul className="heard-card__actions">
            {card.changeTo && (
              <Action {...card} to={card.changeTo} label={words.change} />
            )}
            <Action {...card} to={card.removeTo} label={words.remove} />
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Told({ title, lines, notes }: ItemCard) {
  return (
    <div className={ownDirections(title)}>
      <h2 className="govuk-heading-s heard-card__title" dir="auto">
        {title}
      </h2>
      {lines.map((line) => (
        <p className="govuk-body-s heard-card__line" dir="auto" key={line}>
          {line}
        </p>
      ))}
      {notes.map((note) => (
        <p className="govuk-body-s heard-card__note" dir="auto" key={note}>
          {note}
        </p>
      ))}
    </div>
  );
}

type ActionProps = { title: string; to: string; label: string };

function Action({ title, to, label }: ActionProps) {
  return (
    <li>
      <Way className="govuk-link" to={to}>
        {label}
        <span className="govuk-visually-hidden"> {title}</span>
      </Way>
    </li>
  );
}
