/** Which call somebody answers by letter or phone. */
export function ChooseCall(props: { calls: { name: string; href: string }[] }) {
  const { calls } = props;
  if (calls.length === 0)
    return <p className="govuk-body">There is no call yet.</p>;
  return (
    <>
      <h2 className="govuk-heading-m">Which call does it answer?</h2>
      <ul className="govuk-list govuk-list--spaced">
        {calls.map(({ name, href }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
