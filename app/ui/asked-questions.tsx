type AskedPage = {
  id: string;
  heading: string | undefined;
  questions: { id: string; label: string; isOptional: boolean }[];
};

type AskedQuestionsProps = { pages: AskedPage[]; optionalLabel: string };

/** What a form asks, so that people can prepare. */
export function AskedQuestions({ pages, optionalLabel }: AskedQuestionsProps) {
  return (
    <ol className="govuk-list govuk-list--number heard-asked">
      {pages.map((page) => {
        const questions = page.questions.map((question) => (
          <span key={question.id}>
            {question.label}{" "}
            {question.isOptional && (
              <span className="heard-muted">{optionalLabel}</span>
            )}
          </span>
        ));
        if (!page.heading || questions.length === 1)
          return <li key={page.id}>{questions}</li>;
        return (
          <li key={page.id}>
            {page.heading}
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
