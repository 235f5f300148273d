type Change = {
  key: string;
  mark: string;
  who: string;
  because: string[];
  lines: string[];
  before: string;
  after: string;
};

/** Ways through a form that are gained and lost, each by the person who takes it. */
export function RouteChanges({
  everybody,
  changes,
  rest,
}: {
  everybody: string[];
  changes: Change[];
  rest: string | undefined;
}) {
  return (
    <>
      {everybody.map((line) => (
        <p className="govuk-body" key={line}>
          {line}
        </p>
      ))}
      {changes.length > 0 && (
        <ul className="heard-ordered">
          {changes.map((change) => (
            <li className="heard-ordered__item" key={change.key}>
              <OneChange {...change} />
            </li>
          ))}
        </ul>
      )}
      {rest && <p className="govuk-body">{rest}</p>}
    </>
  );
}

function OneChange({ mark, who, because, lines, before, after }: Change) {
  return (
    <div className="heard-ordered__words">
      <strong>{mark}:</strong> {who}
      {because.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {because.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {lines.map((line) => (
        <p className="govuk-body govuk-!-margin-bottom-1" key={line}>
          {line}
        </p>
      ))}
      <span className="heard-ordered__facts">
        Before, {before}. Afterwards, {after}.
      </span>
    </div>
  );
}
