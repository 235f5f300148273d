import { openAnswer } from "#app/domain/calls/question-types/question-type.ts";
import type { PageErrors, PageReply } from "#app/screens/public/page-reply.ts";
import type { QuestionPage } from "#app/screens/public/question-page.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { wordsIn } from "#app/words/words.ts";
import { PageQuestion } from "./page-question.tsx";
import { pageFormId } from "./page-back.tsx";
import { formFields, intents } from "./page-fields.ts";
import { keepingAttributes, TypedKeeping } from "./typed-keeping.tsx";

type QuestionFormProps = { view: QuestionPage; reply: PageReply | undefined };

/** A page's questions, as HTML: nothing draws it anew in the browser (docs/decisions/170). */
export function QuestionForm({ view, reply }: QuestionFormProps) {
  const { questions, heading, intro, language } = view;
  const words = wordsIn(language);
  const errors = reply?.errors ?? {};
  const answers = reply?.answers ?? view.answers;
  const takesFiles = questions.some(({ field }) => field.control === "files");
  return (
    <>
      <ErrorSummary
        heading={words.form.errorSummaryHeading}
        errors={summaryOf(errors, questions)}
      />
      <span className="govuk-caption-l">{view.callTitle}</span>
      {heading && <h1 className="govuk-heading-l">{heading}</h1>}
      {intro && <Prose text={intro} />}
      <form
        id={pageFormId}
        method="post"
        action={view.sendPath}
        {...keepingAttributes(view, words)}
        encType={takesFiles ? "multipart/form-data" : undefined}
        noValidate
      >
        <input
          type="hidden"
          autoComplete="off"
          name={formFields.draftMark}
          value={reply?.draftMark ?? view.draftMark}
        />
        <input
          type="hidden"
          autoComplete="off"
          name={formFields.pageVersion}
          value={reply?.version ?? view.version}
        />
        <input
          type="hidden"
          autoComplete="off"
          name={formFields.rendering}
          value={view.rendering}
        />
        {questions.map((question) => (
          <PageQuestion
            key={question.id}
            question={question}
            value={openAnswer(answers[question.id])}
            messages={errors[question.id]}
            savedLine={reply?.savedLines?.[question.id]}
            isPageHeading={!heading}
            words={words}
          />
        ))}
        <div className="govuk-button-group">
          <Button name={formFields.intent} value={intents.continue}>
            {reply?.savedLines ? words.page.keepTyped : words.form.continue}
          </Button>
          {reply?.savedLines && (
            <Button
              kind="secondary"
              name={formFields.intent}
              value={intents.keepSaved}
            >
              {words.page.keepSaved}
            </Button>
          )}
        </div>
        <TypedKeeping words={words} />
      </form>
    </>
  );
}

/** Messages in the order of the page; those of the whole form come first. */
function summaryOf(errors: PageErrors, questions: { id: string }[]) {
  const ofForm = (errors[""] ?? []).map((message) => ({ message }));
  const ofQuestions = questions.flatMap(({ id }) =>
    (errors[id] ?? []).map((message) => ({ fieldId: id, message })),
  );
  return [...ofForm, ...ofQuestions];
}
