type Kind = {
  key: string;
  name: string;
  href: string;
  note?: string | undefined;
};

/** What a new question can be: by how it is answered, or by what hangs on its answer. */
export function QuestionKinds({
  types,
  starts,
}: {
  types: Kind[];
  starts: Kind[];
}) {
  return (
    <>
      <h2 className="govuk-heading-m">How is it answered?</h2>
      <KindList kinds={types} />
      {starts.length > 0 && (
        <>
          <h2 className="govuk-heading-m">
            Or begin with one that decides something
          </h2>
          <p className="govuk-body">
            Heard acts on the answer, so it comes with its own options. You can
            change the words.
          </p>
          <KindList kinds={starts} />
        </>
      )}
    </>
  );
}

function KindList({ kinds }: { kinds: Kind[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {kinds.map(({ key, name, href, note }) => (
        <li key={key}>
          <a className="govuk-link" href={href}>
            {name}
          </a>
          {note && <span className="heard-ordered__facts">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
