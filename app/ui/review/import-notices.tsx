/** What is to be known of how a file was read. */
export function Notices({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="govuk-inset-text">
      {lines.map((line) => (
        <p className="govuk-body" key={line}>
          {line}
        </p>
      ))}
    </div>
  );
}
