import { Button } from "../button.tsx";

type ListedChange = {
  changeId: number;
  heading: string;
  who: string;
  lines: string[];
  undone: string | undefined;
  mayUndo: boolean;
  links: { label: string; href: string }[];
};

type ChangeListProps = {
  changes: ListedChange[];
  undoAction: string;
  /** Whether each leads on to the tags it is about. */
  hasLinks?: boolean | undefined;
};

/** What was done to the codebook, the newest first. */
export function ChangeList({ changes, undoAction, hasLinks }: ChangeListProps) {
  if (changes.length === 0)
    return <p className="govuk-body">Nothing was changed yet.</p>;
  return (
    <ol className="heard-change-list">
      {changes.map((change) => (
        <ChangeEntry
          key={change.changeId}
          {...{ change, undoAction, hasLinks }}
        />
      ))}
    </ol>
  );
}

function ChangeEntry({
  change,
  undoAction,
  hasLinks,
}: Omit<ChangeListProps, "changes"> & { change: ListedChange }) {
  const { changeId, lines, links } = change;
  return (
    <li className="heard-change">
      <h2 className="govuk-heading-s" dir="auto">
        {change.heading}
      </h2>
      <p className="heard-change__who">
        {change.who} · change {changeId}
      </p>
      {lines.length > 0 && (
        <ul className="govuk-list govuk-list--bullet heard-change__lines">
          {lines.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
      {hasLinks && links.length > 0 && (
        <p className="heard-page-links">
          {links.map(({ label, href }) => (
            <a className="govuk-link" href={href} key={href}>
              {label}
            </a>
          ))}
        </p>
      )}
      {change.undone && <p className="govuk-body-s">{change.undone}</p>}
      {change.mayUndo && (
        <form method="post" action={undoAction} className="heard-no-print">
          <input type="hidden" name="change" value={changeId} />
          <Button kind="secondary">
            Undo
            <span className="govuk-visually-hidden"> change {changeId}</span>
          </Button>
        </form>
      )}
    </li>
  );
}
