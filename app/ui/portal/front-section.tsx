import { Prose } from "../prose.tsx";
import { PageItems, type OwnPageProps } from "./own-page.tsx";

type Told = { text: string; lang: string | undefined };

type FrontSectionProps = {
  heading: Told;
  address?: string;
  more?: string;
  text?: Told | undefined;
  dates?: OwnPageProps["items"];
  questions?: (Told & { to: string })[];
  links?: (Told & { to: string })[];
};

/** A part of the first page: the beginning of a page of the review's own, and the way to all of it. */
export function FrontSection(props: FrontSectionProps) {
  const { heading, address, more, text, dates = [] } = props;
  const links = [...(props.questions ?? []), ...(props.links ?? [])];
  return (
    <section className="heard-front-section">
      <h2 className="govuk-heading-l" lang={heading.lang}>
        {heading.text}
      </h2>
      {text && <Prose text={text.text} lang={text.lang} />}
      {dates.length > 0 && <PageItems items={dates} kind="timetable" />}
      {links.length > 0 && (
        <ul className="govuk-list govuk-list--spaced">
          {links.map(({ to, text, lang }) => (
            <li key={to}>
              <a className="govuk-link" href={to} lang={lang}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {address && (
        <p className="govuk-body">
          <a className="govuk-link" href={address}>
            {more}
          </a>
        </p>
      )}
    </section>
  );
}
