import type { ChangeReply } from "#app/screens/public/change-answer.ts";
import type { AnotherItemPage } from "#app/screens/public/own-groups.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { typedFormId } from "#app/ui/language.tsx";
import { PageMarks } from "#app/ui/page-marks.tsx";
import type { Words } from "#app/words/words.ts";
import {
  LeftOutAnswers,
  leftOutMark,
} from "../_public.receipt.change/left-out-answers.tsx";
import {
  ReturnedQuestion,
  summaryOf,
} from "../_public.respond.$call.$page/question-form.tsx";

type AddItemFormProps = {
  view: AnotherItemPage & { marks: Record<string, string> };
  reply: ChangeReply | undefined;
  words: Words;
};

/** The questions that are asked of each item, empty or as they came back. */
export function AddItemForm({ view, reply, words }: AddItemFormProps) {
  const { questions } = view;
  const leavesOut = reply?.leavesOut ?? [];
  return (
    <>
      <ErrorSummary
        heading={words.form.errorSummaryHeading}
        errors={summaryOf(reply?.errors ?? {}, questions, reply?.wrongParts)}
      />
      <span className="govuk-caption-l" translate="no">
        {view.caption}
      </span>
      <h1 className="govuk-heading-l">{view.heading}</h1>
      <form id={typedFormId} method="post" action={view.sendPath} noValidate>
        <PageMarks marks={{ ...view.marks, ...leftOutMark(leavesOut) }} />
        {questions.map((question) => (
          <ReturnedQuestion
            key={question.id}
            question={question}
            answers={{}}
            reply={reply}
            caption={undefined}
            words={words}
          />
        ))}
        <p className="govuk-body">{view.note}</p>
        <LeftOutAnswers answers={leavesOut} words={words} />
        <div className="govuk-button-group">
          <Button>{words.receipt.groups.add}</Button>
          <a className="govuk-link" href={view.listPath}>
            {words.receipt.change.keep}
          </a>
        </div>
      </form>
    </>
  );
}
