import { Prose } from "./prose.tsx";
import { Said } from "./language.tsx";

export type ListedQuestion = {
  id: string;
  label: string;
  hint?: string | undefined;
  optional?: string | undefined;
  /** How many of the choices one may take, or how much one may write. */
  lead?: string;
  choices?: { value: string; label: string; hint?: string | undefined }[];
  isLong?: boolean;
  /** What stands below it is answered, and not it. */
  isAskedBelow?: boolean;
};

type QuestionListProps = {
  pages: {
    id: string;
    heading?: string | undefined;
    /** That not everybody is asked it. */
    condition?: string | undefined;
    intro?: string | undefined;
    questions: ListedQuestion[];
  }[];
};

/** The questions of a form, to read and to print: on paper with room for an answer. */
export function QuestionList({ pages }: QuestionListProps) {
  return (
    <ol className="heard-question-list">
      {pages.map((page) => (
        <li key={page.id}>
          {page.heading && (
            <h2 className="govuk-heading-m">
              <Said text={page.heading} />
            </h2>
          )}
          {page.condition && (
            <p className="govuk-body-s heard-muted">{page.condition}</p>
          )}
          {page.intro && <Prose text={page.intro} />}
          {page.questions.map((question) => (
            <ListedQuestion
              key={question.id}
              question={question}
              isHeading={!page.heading}
            />
          ))}
        </li>
      ))}
    </ol>
  );
}

function ListedQuestion({
  question,
  isHeading,
}: {
  question: ListedQuestion;
  isHeading: boolean;
}) {
  const Heading = isHeading ? "h2" : "h3";
  const { label, hint, optional, lead, choices, isLong, isAskedBelow } =
    question;
  return (
    <>
      <Heading className="govuk-heading-s">
        <Said text={label} />
        {optional && (
          <span className="heard-muted heard-optional"> {optional}</span>
        )}
      </Heading>
      {hint && (
        <p className="govuk-hint">
          <Said text={hint} />
        </p>
      )}
      {lead && <p className="govuk-body-s heard-muted">{lead}</p>}
      {choices ? (
        <ul className="govuk-list heard-question-list__choices">
          {choices.map((choice) => (
            <li key={choice.value}>
              <Said text={choice.label} />
              {choice.hint && (
                <span className="heard-muted">
                  {" "}
                  <Said text={choice.hint} />
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : isAskedBelow ? null : (
        <div
          className={
            isLong
              ? "heard-question-list__lines heard-question-list__lines--long"
              : "heard-question-list__lines"
          }
          aria-hidden="true"
        />
      )}
    </>
  );
}
