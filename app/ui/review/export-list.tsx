type Line = {
  exportId: number;
  title: string;
  search: string;
  facts: string[];
  status: string;
  leftOut: string[];
  progress: { done: number; total: number } | undefined;
  isFailed: boolean;
  fetchHref: string | undefined;
  cancelHref: string | undefined;
};

/** Exports, the newest first, each with what can be done about it. */
export function ExportList({ lines }: { lines: Line[] }) {
  return (
    <ul className="heard-exports">
      {lines.map((line) => (
        <li className="heard-exports__one" key={line.exportId}>
          <div className="heard-exports__words">
            <h2 className="govuk-heading-s heard-exports__title">
              {line.title}
            </h2>
            <p className="heard-exports__search" dir="auto">
              {line.search}
            </p>
            <p className="heard-exports__facts">{line.facts.join(" · ")}</p>
          </div>
          <div className="heard-exports__state">
            <ExportState line={line} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function ExportState({ line }: { line: Line }) {
  const { exportId, status, progress, leftOut, isFailed } = line;
  return (
    <>
      <p
        className={
          isFailed
            ? "heard-exports__status heard-exports__status--failed"
            : "heard-exports__status"
        }
      >
        {status}
      </p>
      {progress && (
        <progress
          className="heard-exports__progress"
          aria-label={`Export ${exportId}`}
          value={progress.done}
          max={progress.total}
        />
      )}
      {leftOut.length > 0 && (
        <p className="heard-exports__facts">Left out: {leftOut.join(", ")}</p>
      )}
      {line.fetchHref && (
        <ExportButton to={line.fetchHref} label="Download" line={line} />
      )}
      {line.cancelHref && (
        <ExportButton to={line.cancelHref} label="Cancel" line={line} />
      )}
    </>
  );
}

type ButtonProps = { to: string; label: string; line: Line };

/** A plain form: what it answers with is a file, or the page anew. */
function ExportButton({ to, label, line }: ButtonProps) {
  return (
    <form method="post" action={to}>
      <button
        type="submit"
        className="govuk-button govuk-button--secondary heard-button--small"
      >
        {label}
        <span className="govuk-visually-hidden">
          {" "}
          export {line.exportId}, {line.title}
        </span>
      </button>
    </form>
  );
}
