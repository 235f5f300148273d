import { Said } from "./language.tsx";

type AskedPage = {
  id: string;
  isConditional: boolean;
  heading: string | undefined;
  questions: { id: string; label: string; isOptional: boolean }[];
};

type AskedQuestionsProps = {
  pages: AskedPage[];
  optionalLabel: string;
  /** Said of what only some people are asked. */
  conditionalLabel: string;
};

/** What a form asks, so that people can prepare. */
export function AskedQuestions({
  pages,
  optionalLabel,
  conditionalLabel,
}: AskedQuestionsProps) {
  return (
    <ol className="govuk-list govuk-list--number heard-asked">
      {pages.map((page) => {
        const questions = page.questions.map((question) => (
          <span key={question.id}>
            <Said text={question.label} />{" "}
            {question.isOptional && (
              <span className="heard-muted">{optionalLabel}</span>
            )}
          </span>
        ));
        const condition = page.isConditional && (
          <span className="heard-muted"> {conditionalLabel}</span>
        );
        if (!page.heading || questions.length === 1)
          return (
            <li key={page.id}>
              {questions}
              {condition}
            </li>
          );
        return (
          <li key={page.id}>
            <Said text={page.heading} />
            {condition}
            <ul className="govuk-list govuk-list--bullet">
              {questions.map((question) => (
                <li key={question.key}>{question}</li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
