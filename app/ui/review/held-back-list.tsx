import { HeldBackForm } from "./held-back-form.tsx";

type HeldBackListProps = {
  lines: {
    reference: string;
    href: string;
    facts: string;
    why: string;
    excerpt: string;
    decisions: { decision: string; label: string }[];
    undecidable: string;
  }[];
};

/** What was held back: how each begins, why, and what may be done about it. */
export function HeldBackList({ lines }: HeldBackListProps) {
  return (
    <ul className="heard-jobs">
      {lines.map((line) => (
        <li className="heard-jobs__job" key={line.reference}>
          <div className="heard-jobs__words heard-held-back__words">
            <a className="govuk-link" href={line.href}>
              {line.reference}
            </a>
            <span className="heard-jobs__facts">{line.facts}</span>
            <p className="heard-held-back__excerpt" dir="auto">
              {line.excerpt}
            </p>
            <span className="heard-jobs__facts">{line.why}</span>
          </div>
          <HeldBackForm {...line} />
        </li>
      ))}
    </ul>
  );
}
