type MoveButtonsProps = {
  /** By which its form tells it from the others. */
  item: string;
  /** "the page “About you”" */
  name: string;
  place: number;
  count: number;
};

/** Puts one thing of a list a place further up or down, and saves what its form has besides. */
export function MoveButtons({ item, name, place, count }: MoveButtonsProps) {
  const ways = [
    ...(place > 1 ? (["up"] as const) : []),
    ...(place < count ? (["down"] as const) : []),
  ];
  return (
    <div className="heard-moves">
      {ways.map((way) => (
        <button
          key={way}
          type="submit"
          className="heard-quiet-button"
          id={`${way}-${item}`}
          name="move"
          value={`${way}:${item}`}
        >
          <span className="govuk-visually-hidden">
            {`Move ${name}, which is ${place} of ${count}, `}
          </span>
          {way === "up" ? "Up" : "Down"}
        </button>
      ))}
    </div>
  );
}

/** What Enter in a box presses: a form's first button, which would be one that moves something. */
export function EnterSaves() {
  return (
    <button
      type="submit"
      className="govuk-visually-hidden"
      tabIndex={-1}
      aria-hidden="true"
    >
      Save
    </button>
  );
}
