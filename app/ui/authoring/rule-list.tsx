import { Part } from "../page-parts.tsx";

type RuleLine = {
  key: string;
  name: string | undefined;
  sentence: string;
  pages: string[];
};

/** The rules by which pages are shown, in sentences. */
export function RuleList({ rules }: { rules: RuleLine[] }) {
  if (rules.length === 0) return null;
  return (
    <Part heading="Rules" id="rules">
      <p className="govuk-body">
        A rule says when a page is shown. Rules cannot be changed here yet: ask
        whoever runs this portal.
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {rules.map(({ key, name, sentence, pages }) => (
          <li key={key}>
            {name && <strong>{name}: </strong>}
            {sentence}
            <span className="heard-ordered__facts">
              {pages.length === 0
                ? "No page is shown by it."
                : `Shows ${pages.join(", ")}.`}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
