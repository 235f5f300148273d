type Unplaced = {
  number: number;
  source: string;
  reason: string;
  words: string;
  coder: string;
};

/** What is coded in a project and found no place, with its words as the file has them. */
export function UnplacedList({ lines }: { lines: Unplaced[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What has no place</h2>
      <ul className="govuk-list heard-imports">
        {lines.map((line) => (
          <li className="heard-imports__file" key={line.number}>
            {line.words !== "" && (
              <blockquote className="heard-passage-list__quote" dir="auto">
                {line.words}
              </blockquote>
            )}
            <p className="heard-imports__facts">
              <bdi>{line.source || "A text with no name"}</bdi>: {line.reason}
              {line.coder !== "" && (
                <>
                  {". Coded by "}
                  <bdi>{line.coder}</bdi>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
