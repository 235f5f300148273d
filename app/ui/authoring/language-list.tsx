/** In which languages a call can be read, each with how far it is. */
export function LanguageList({
  languages,
}: {
  languages: { name: string; href: string; words: string }[];
}) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      <li>English</li>
      {languages.map(({ name, href, words }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {name}
          </a>
          : {words}
        </li>
      ))}
    </ul>
  );
}
