import { Part } from "../page-parts.tsx";

type Line = {
  key: string;
  name: string;
  words: string;
  href?: string;
  facts: string;
};

/** Questions of the bank, each with its words and how it is answered. */
export function BankList({ lines }: { lines: Line[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {lines.map(({ key, name, words, href, facts }) => (
        <li key={key}>
          {href ? (
            <a className="govuk-link" href={href} dir="auto">
              {name}
            </a>
          ) : (
            name
          )}
          {words && (
            <span className="heard-ordered__facts" dir="auto">
              “{words}”
            </span>
          )}
          <span className="heard-ordered__facts">{facts}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is asked in one way everywhere, which the bank shows and nobody changes. */
export function FixedList({
  lines,
}: {
  lines: { key: string; name: string; words: string; note: string }[];
}) {
  return (
    <Part heading="Fixed: on or off in each call" id="fixed">
      <p className="govuk-body">
        These are asked in one way everywhere, so that what people were promised
        is the same. A call has them or has them not.
      </p>
      <BankList
        lines={lines.map(({ note, ...line }) => ({ ...line, facts: note }))}
      />
    </Part>
  );
}

/** The same in one call, each with where it is put on or off. */
export function FixedOfCall({
  lines,
}: {
  lines: {
    key: string;
    name: string;
    words: string;
    standing: string;
    href: string;
  }[];
}) {
  if (lines.length === 0) return null;
  return (
    <Part heading="Fixed: on or off" id="fixed">
      <ul className="govuk-list govuk-list--spaced">
        {lines.map(({ key, name, words, standing, href }) => (
          <li key={key}>
            <a className="govuk-link" href={href}>
              {name}
            </a>
            <span className="heard-ordered__facts">“{words}”</span>
            <span className="heard-ordered__facts">
              {standing} in this call
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Told where the bank has a newer version of what a call has copied. */
export function NewerInBank({
  questions,
}: {
  questions: { href: string; label: string; version: number }[];
}) {
  if (questions.length === 0) return null;
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        {questions.length === 1
          ? "A newer version is in the bank. Nothing changes here by itself."
          : "Newer versions are in the bank. Nothing changes here by itself."}
      </p>
      <ul className="govuk-list">
        {questions.map(({ href, label, version }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              See what changes in “{label}”
            </a>{" "}
            (version {version})
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What else can be done with a question of a call. */
export function QuestionLinks({
  moveHref,
  keepHref,
  removeHref,
}: {
  moveHref: string;
  keepHref: string;
  removeHref: string;
}) {
  const links = [
    { href: moveHref, label: "Move it to another page" },
    { href: keepHref, label: "Keep this question in the bank" },
    { href: removeHref, label: "Remove this question" },
  ];
  return links
    .filter(({ href }) => href !== "")
    .map(({ href, label }) => (
      <p key={label} className="govuk-body">
        <a className="govuk-link" href={href}>
          {label}
        </a>
      </p>
    ));
}
