import type { ComponentProps } from "react";
import {
  type FormFields,
  openAnswer,
} from "#app/domain/calls/question-types/question-type.ts";
import type { PageErrors, PageReply } from "#app/screens/public/page-reply.ts";
import type { QuestionPage } from "#app/screens/public/question-page.ts";
import { Button } from "#app/ui/button.tsx";
import { CarriedFields } from "#app/ui/carried-ways.tsx";
import { datePartId } from "#app/ui/date-field.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FoldedHelpLines } from "#app/ui/help-lines.tsx";
import { PageMarks } from "#app/ui/page-marks.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { type Words, wordsIn } from "#app/words/words.ts";
import { PageQuestion } from "./page-question.tsx";
import { pageFormId } from "./page-back.tsx";
import { formFields, intents } from "./page-fields.ts";
import { keepingAttributes, TypedKeeping } from "./typed-keeping.tsx";
import { Said } from "#app/ui/language.tsx";
import { ownValue } from "#app/domain/text/own-value.ts";

type QuestionFormProps = {
  view: QuestionPage;
  reply: PageReply | undefined;
  /** In a preview: what tells it from the form itself, and the answers to other pages. */
  preview?: { mark: string; carried: FormFields } | undefined;
};

/** A page's questions, as HTML: nothing draws it anew in the browser (docs/decisions/170). */
export function QuestionForm({ view, reply, preview }: QuestionFormProps) {
  const { questions, heading, intro, language } = view;
  const words = wordsIn(language);
  const errors = reply?.errors ?? {};
  const takesFiles = questions.some(({ field }) => field.control === "files");
  const caption = <PageCaption {...view} mark={preview?.mark} />;
  return (
    <>
      <ErrorSummary
        heading={words.form.errorSummaryHeading}
        errors={summaryOf(errors, questions, reply?.wrongParts)}
      />
      {heading && caption}
      {heading && (
        <h1 className="govuk-heading-l">
          <Said text={heading} />
        </h1>
      )}
      {view.codeNote && <p className="govuk-inset-text">{view.codeNote}</p>}
      {intro && <Prose text={intro} />}
      <form
        id={pageFormId}
        method="post"
        action={view.sendPath}
        {...keepingAttributes(view, words.keeping)}
        // A preview gets the names of files and no file: so they never leave the device.
        encType={takesFiles && !preview ? "multipart/form-data" : undefined}
        noValidate
      >
        {preview && <CarriedFields fields={preview.carried} />}
        <PageMarks
          marks={{
            [formFields.draftMark]: reply?.draftMark ?? view.draftMark,
            [formFields.pageVersion]: String(reply?.version ?? view.version),
            [formFields.rendering]: view.rendering,
          }}
        />
        {questions.map((question) => (
          <ReturnedQuestion
            key={question.id}
            question={question}
            answers={view.answers}
            reply={reply}
            lists={view}
            caption={heading ? undefined : caption}
            words={words}
          />
        ))}
        {view.mayLeaveEmpty && (
          <p className="govuk-body-s heard-muted">{view.mayLeaveEmpty}</p>
        )}
        {view.care && view.isStory && <FoldedHelpLines {...view.care} />}
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
        <LeaveForLater view={view} words={words} />
        <TypedKeeping keeping={words.keeping} saving={words.page.saving} />
      </form>
    </>
  );
}

type ReturnedQuestionProps = Pick<
  ComponentProps<typeof PageQuestion>,
  "question" | "lists" | "caption" | "words"
> & {
  answers: QuestionPage["answers"];
  reply: PageReply | undefined;
};

/** A question with what is kept in its fields, or what came back with its form. */
export function ReturnedQuestion({
  answers,
  reply,
  ...asked
}: ReturnedQuestionProps) {
  const { id } = asked.question;
  const shown = reply?.answers ?? answers;
  return (
    <PageQuestion
      {...asked}
      value={openAnswer(ownValue(shown, id))}
      messages={ownValue(reply?.errors, id)}
      wrongParts={ownValue(reply?.wrongParts, id)}
      savedLine={ownValue(reply?.savedLines, id)}
    />
  );
}

/** Until when there is time, and the ways out of the form that lose nothing. */
function LeaveForLater({ view, words }: { view: QuestionPage; words: Words }) {
  return (
    <>
      <p className="govuk-body">
        <button
          type="submit"
          className="heard-link-button"
          name={formFields.intent}
          value={intents.later}
        >
          {words.page.saveLater}
        </button>
      </p>
      <p className="govuk-body-s heard-muted">
        {view.until}{" "}
        {view.somebodyElsePath && (
          <a className="govuk-link" href={view.somebodyElsePath}>
            {words.page.somebodyElse}
          </a>
        )}
      </p>
    </>
  );
}

function PageCaption({
  callTitle,
  progress,
  mark,
}: Pick<QuestionPage, "callTitle" | "progress"> & {
  mark: string | undefined;
}) {
  return (
    <span className="govuk-caption-l heard-place">
      {mark && <span className="govuk-visually-hidden">{mark} </span>}
      <Said text={callTitle} />
      {progress && (
        <span className="heard-place__progress">
          <Said text={progress} />
        </span>
      )}
    </span>
  );
}

/** Messages in the order of the page; those of the whole form come first. */
export function summaryOf(
  errors: PageErrors,
  questions: { id: string }[],
  wrongParts: PageReply["wrongParts"] = {},
) {
  const ofForm = (errors[""] ?? []).map((message) => ({ message }));
  const ofQuestions = questions.flatMap(({ id }) =>
    (ownValue(errors, id) ?? []).map((message) => ({
      fieldId: datePartId(id, ownValue(wrongParts, id)?.[0] ?? "day"),
      message,
    })),
  );
  return [...ofForm, ...ofQuestions];
}
