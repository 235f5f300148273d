import { Said } from "./language.tsx";

type HeldAnswer = {
  id: string;
  title: string;
  lines: string[];
  links: { to: string; label: string }[];
};

type HeldAnswersProps = {
  heading: string;
  answers: HeldAnswer[];
  /** Where they are of several calls. */
  namesCall?: boolean;
};

type AllHeldAnswersProps = {
  held: { drafts: HeldAnswer[]; receipts: HeldAnswer[] };
  headings: { drafts: string; receipts: string };
  namesCall?: boolean;
};

/** What this browser holds: answers that are not sent, and receipts. */
export function AllHeldAnswers(props: AllHeldAnswersProps) {
  const { held, headings, ...other } = props;
  return (
    <>
      <HeldAnswers heading={headings.drafts} answers={held.drafts} {...other} />
      <HeldAnswers
        heading={headings.receipts}
        answers={held.receipts}
        {...other}
      />
    </>
  );
}

/** Each with what tells it from the others. */
export function HeldAnswers({ heading, answers, namesCall }: HeldAnswersProps) {
  if (answers.length === 0) return null;
  return (
    <section className="heard-held">
      <h2 className="govuk-heading-m">{heading}</h2>
      <ul className="heard-held__list">
        {answers.map(({ id, title, lines, links }) => (
          <li key={id} className="heard-held__answer">
            {namesCall && (
              <p className="heard-held__title">
                <Said text={title} />
              </p>
            )}
            {lines.map((line) => (
              <p className="govuk-body" key={line}>
                {line}
              </p>
            ))}
            <p className="govuk-body heard-held__links">
              {links.map(({ to, label }) => (
                <a className="govuk-link" href={to} key={to}>
                  {label}
                  <span className="govuk-visually-hidden">
                    {`: ${title}, ${lines[0] ?? ""}`}
                  </span>
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
