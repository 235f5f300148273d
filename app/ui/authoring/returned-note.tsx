/** What a colleague said who sent something back. */
export function ReturnedNote({ words, note }: { words: string; note: string }) {
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">{words}</p>
      <p className="govuk-body heard-other-text" dir="auto">
        {note}
      </p>
    </div>
  );
}
