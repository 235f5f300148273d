import { ButtonLink } from "../button.tsx";
import { Part } from "../page-parts.tsx";

type RuleLine = {
  key: string;
  name: string | undefined;
  sentence: string;
  pages: string[];
  isNamed: boolean;
  href: string;
};

/** The rules by which pages are shown, in sentences. */
export function RuleList({
  rules,
  newHref,
}: {
  rules: RuleLine[];
  newHref: string;
}) {
  return (
    <Part heading="Rules" id="rules">
      <p className="govuk-body">
        A rule says who is asked a page, by what they answered before. Several
        pages may be shown by one rule.
      </p>
      {rules.length > 0 && (
        <ul className="heard-ordered">
          {rules.map(({ key, name, sentence, pages, isNamed, href }) => (
            <li key={key} className="heard-ordered__item">
              <div className="heard-ordered__words">
                {name && <strong>{name}: </strong>}
                {sentence}
                <span className="heard-ordered__facts">
                  {pages.length > 0
                    ? `Shows ${pages.join(", ")}.`
                    : isNamed
                      ? "Named by another rule."
                      : "No page is shown by it."}
                </span>
              </div>
              <a className="govuk-link" href={href}>
                Change
                <span className="govuk-visually-hidden">
                  {" "}
                  the rule {name ?? sentence}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <ButtonLink to={newHref} kind="secondary">
        Make a rule
      </ButtonLink>
    </Part>
  );
}
