import { ownResponseAddress } from "#app/addresses.ts";
import type {
  ChangePage,
  ChangeReply,
} from "#app/screens/public/change-answer.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { typedFormId } from "#app/ui/language.tsx";
import { PageMarks } from "#app/ui/page-marks.tsx";
import type { Words } from "#app/words/words.ts";
import {
  ReturnedQuestion,
  summaryOf,
} from "../_public.respond.$call.$page/question-form.tsx";
import { referenceField } from "../_public.receipt.item/reference-field.ts";
import { changeFields } from "./change-fields.ts";
import { LeftOutAnswers, leftOutMark } from "./left-out-answers.tsx";

type ChangeFormProps = {
  view: ChangePage;
  reply: ChangeReply | undefined;
  words: Words;
};

/** A question as it was asked, with what stands in its fields or what came back. */
export function ChangeForm({ view, reply, words }: ChangeFormProps) {
  const { question } = view;
  const errors = reply?.errors ?? {};
  const leavesOut = reply?.leavesOut ?? [];
  return (
    <>
      <ErrorSummary
        heading={words.form.errorSummaryHeading}
        errors={summaryOf(errors, [question], reply?.wrongParts)}
      />
      <form id={typedFormId} method="post" action={view.sendPath} noValidate>
        <PageMarks
          marks={{
            [changeFields.version]: String(reply?.version ?? view.version),
            [referenceField]: view.reference,
            ...leftOutMark(leavesOut),
          }}
        />
        <ReturnedQuestion
          question={question}
          answers={view.answers}
          reply={reply}
          caption={
            <span className="govuk-caption-l" translate="no">
              {view.caption}
            </span>
          }
          words={words}
        />
        {view.notes.map((note) => (
          <p className="govuk-body" key={note}>
            {note}
          </p>
        ))}
        <LeftOutAnswers answers={leavesOut} words={words} />
        <Choices reply={reply} words={words} />
      </form>
    </>
  );
}

function Choices({ reply, words }: Omit<ChangeFormProps, "view">) {
  const { change } = words.receipt;
  const save = reply?.leavesOut
    ? change.leavesOutConfirm
    : reply?.savedLines
      ? words.page.keepTyped
      : change.save;
  return (
    <>
      <Button>{save}</Button>
      <p className="govuk-body">
        <a className="govuk-link" href={ownResponseAddress("response")}>
          {reply?.savedLines ? words.page.keepSaved : change.keep}
        </a>
      </p>
    </>
  );
}
