import { Part } from "../page-parts.tsx";

/** What could be said more plainly on a page; it stands in nobody's way. */
export function WordingAdvice({
  advice,
}: {
  advice: { key: string; on: string; words: string; href: string }[];
}) {
  if (advice.length === 0) return null;
  return (
    <Part heading="Advice on the words" id="wording">
      <p className="govuk-body">It stops nothing. You know your readers.</p>
      <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
        {advice.map(({ key, on, words, href }) => (
          <li key={key}>
            <a className="govuk-link" href={href}>
              {on}
            </a>
            : {words}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The pages on which there is advice. */
export function AdviceSum({
  pages,
}: {
  pages: { key: string; name: string; words: string; href: string }[];
}) {
  if (pages.length === 0) return null;
  return (
    <Part heading="Advice on the words" id="wording">
      <ul className="govuk-list govuk-list--bullet">
        {pages.map(({ key, name, words, href }) => (
          <li key={key}>
            <a className="govuk-link" href={href}>
              {name}
            </a>
            : {words}
          </li>
        ))}
      </ul>
    </Part>
  );
}
