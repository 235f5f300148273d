import { WordRuns } from "./word-runs.tsx";

type TextChange = {
  name: string;
  before: string | undefined;
  after: string | undefined;
  runs: { kind: "same" | "gone" | "new"; words: string }[];
  language: string | undefined;
};

type WholeQuestion = {
  isNew: boolean;
  label: string;
  hint: string | undefined;
  facts: string[];
  options: string[];
};

type Place = {
  heading: string;
  whole: WholeQuestion | undefined;
  changes: TextChange[];
};

/** Words before and after, under the page or question on which people read them. */
export function TextChanges({ places }: { places: Place[] }) {
  return places.map(({ heading, whole, changes }, index) => (
    <section key={index} className="heard-text-changes">
      <h3 className="govuk-heading-s">{heading}</h3>
      {whole && <WholeQuestionWords {...whole} />}
      {changes.length > 0 && (
        <dl>
          {changes.map((change, at) => (
            <div key={at} className="heard-text-changes__one">
              <dt>{change.name}</dt>
              <Change change={change} />
            </div>
          ))}
        </dl>
      )}
    </section>
  ));
}

function Change({
  change: { before, after, runs, language },
}: {
  change: TextChange;
}) {
  if (runs.length > 0)
    return (
      <dd>
        <WordRuns runs={runs} language={language ?? "en"} />
      </dd>
    );
  return (
    <>
      <Words as="del" words={before} language={language} />
      <Words as="ins" words={after} language={language} />
    </>
  );
}

/** A question as one reads it: what it asks, how it is answered, and its options. */
function WholeQuestionWords(question: WholeQuestion) {
  const { isNew, label, hint, facts, options } = question;
  return (
    <div className="govuk-!-margin-bottom-4">
      <p className="govuk-body govuk-!-margin-bottom-1">
        {isNew ? "New question: " : "Question taken away: "}
        <strong>{label}</strong>
      </p>
      <p className="govuk-hint govuk-!-margin-bottom-2">{facts.join(". ")}.</p>
      {hint && <p className="govuk-body">Hint: {hint}</p>}
      {options.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Words({
  as: Tag,
  words,
  language,
}: {
  as: "del" | "ins";
  words: string | undefined;
  language: string | undefined;
}) {
  if (words === undefined) return null;
  return (
    <dd className="heard-other-text">
      <span className="heard-text-changes__when">
        {Tag === "del" ? "Before: " : "After: "}
      </span>
      <Tag lang={language} dir="auto">
        {words || "Empty"}
      </Tag>
    </dd>
  );
}
