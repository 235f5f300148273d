import { Button } from "../button.tsx";

/** A redaction as its list tells it. */
export type RedactionLine = {
  publicId: string;
  /** As it stands in the text; 0 where it does not. */
  number: number;
  quote: string;
  reason: string;
  who: string;
};

type Move = { move: "approve" | "refuse" | "take-back"; label: string };

type TickedRedactionsProps = {
  action: string;
  heading: string;
  /** Tells the fields of this list from those of others. */
  name: string;
  /** What was ticked in a form that came back. */
  ticked: readonly string[];
  lines: RedactionLine[];
  moves: Move[];
};

/** Redactions of which several are ticked and decided with one press. */
export function TickedRedactions(props: TickedRedactionsProps) {
  const { heading, name, lines, moves } = props;
  if (lines.length === 0) return null;
  return (
    <section className="heard-work">
      <form method="post" action={props.action}>
        <TickList
          heading={heading}
          name={name}
          ticked={props.ticked}
          items={lines.map((line) => ({
            ...line,
            value: line.publicId,
            anchor: `redaction-${line.publicId}`,
          }))}
        />
        <div className="govuk-button-group">
          {moves.map(({ move, label }, index) => (
            <Button
              key={move}
              name="move"
              value={move}
              kind={index === 0 && move === "approve" ? "primary" : "secondary"}
            >
              {label}
            </Button>
          ))}
        </div>
      </form>
    </section>
  );
}

/** What a program suggests: nothing is marked before somebody ticks it. */
export function TickedSuggestions(props: {
  action: string;
  ticked: readonly string[];
  suggestions: { value: string; quote: string; reason: string }[];
  hasMore: boolean;
}) {
  const { suggestions, hasMore } = props;
  if (suggestions.length === 0) return null;
  return (
    <section className="heard-work">
      <form method="post" action={props.action}>
        <TickList
          heading="Suggested"
          name="suggested"
          ticked={props.ticked}
          hint="Found by rules, and not all there is: read the words too."
          items={suggestions}
        />
        {hasMore && (
          <p className="govuk-body-s">
            There are more, which come when these are proposed.
          </p>
        )}
        <Button kind="secondary" name="move" value="propose">
          Propose the ticked
        </Button>
      </form>
    </section>
  );
}

type TickItem = {
  value: string;
  quote: string;
  reason: string;
  number?: number;
  who?: string;
  anchor?: string;
};

function TickList(props: {
  heading: string;
  name: string;
  hint?: string;
  ticked: readonly string[];
  items: TickItem[];
}) {
  const { heading, name, hint, ticked, items } = props;
  const hintId = hint ? `${name}-hint` : undefined;
  return (
    <fieldset className="govuk-fieldset" aria-describedby={hintId}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        <h2 className="govuk-fieldset__heading">
          {heading} ({items.length})
        </h2>
      </legend>
      {hint && (
        <p className="govuk-hint" id={hintId}>
          {hint}
        </p>
      )}
      <div className="govuk-checkboxes govuk-checkboxes--small heard-redaction-ticks">
        {items.map((item, index) => (
          <TickLine
            key={item.value}
            id={`${name}-${index + 1}`}
            isTicked={ticked.includes(item.value)}
            item={item}
          />
        ))}
      </div>
    </fieldset>
  );
}

function TickLine(props: { id: string; isTicked: boolean; item: TickItem }) {
  const { id, item } = props;
  return (
    <div className="govuk-checkboxes__item" id={item.anchor}>
      <input
        className="govuk-checkboxes__input"
        id={id}
        name="items"
        type="checkbox"
        value={item.value}
        defaultChecked={props.isTicked}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        <strong className="heard-redaction-quote" dir="auto">
          {item.quote}
        </strong>
        <span className="heard-quiet">
          {item.number ? `${item.number}. ` : ""}
          {item.reason}
          {item.who ? `. ${item.who}.` : ""}
        </span>
      </label>
    </div>
  );
}
