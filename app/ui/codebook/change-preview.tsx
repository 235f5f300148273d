/** What a change of the codebook would come to, before it is made. It is read first. */
export function ChangePreview({
  heading = "This is what changes",
  lines,
}: {
  heading?: string;
  lines: string[];
}) {
  return (
    <div className="heard-change-preview" role="status" tabIndex={-1} autoFocus>
      <h2 className="govuk-heading-s">{heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
