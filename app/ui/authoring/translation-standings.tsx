import { WordRuns } from "./word-runs.tsx";

type TranslationStanding = {
  language: string;
  name: string;
  summary: string;
  meaning: string | undefined;
  parts: { name: string; words: string; href: string }[];
  stale: {
    name: string;
    runs: { kind: "same" | "gone" | "new"; words: string }[];
    translation: string;
  }[];
  more: string | undefined;
};

/** How far a call is in each language besides English, and which English its stale texts were made from. */
export function TranslationStandings({
  standings,
}: {
  standings: TranslationStanding[];
}) {
  return standings.map((one) => (
    <section key={one.language} className="heard-text-changes">
      <h3 className="govuk-heading-s">{one.name}</h3>
      <p className="govuk-body">
        {one.summary} {one.meaning}
      </p>
      {one.parts.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {one.parts.map((part) => (
            <li key={part.href}>
              <a className="govuk-link" href={part.href}>
                {part.name}
              </a>
              : {part.words}
            </li>
          ))}
        </ul>
      )}
      {one.stale.map((text, index) => (
        <div key={index} className="heard-text-changes__one">
          <p className="heard-text-changes__when govuk-!-margin-bottom-1">
            {text.name}: what changed in the English, and the {one.name}
          </p>
          <WordRuns runs={text.runs} language="en" />
          <p
            className="govuk-body heard-other-text"
            lang={one.language}
            dir="auto"
          >
            {text.translation}
          </p>
        </div>
      ))}
      {one.more && <p className="govuk-body">{one.more}</p>}
    </section>
  ));
}
