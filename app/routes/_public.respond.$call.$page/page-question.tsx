import { ownDirections } from "#app/ui/own-directions.ts";
import { acceptedExtensions } from "#app/domain/files/accepted-types.ts";
import type { AskedQuestion } from "#app/screens/public/question-page.ts";
import { AttachmentsList } from "#app/ui/attachments-list.tsx";
import { Button } from "#app/ui/button.tsx";
import { type FieldValue, QuestionField } from "#app/ui/question-field.tsx";
import type { Words } from "#app/words/words.ts";
import { formFields, intents } from "./page-fields.ts";

type PageQuestionProps = {
  question: AskedQuestion;
  value: FieldValue | undefined;
  messages: string[] | undefined;
  /** What another tab has saved, in words, where that is something else. */
  savedLine: string | undefined;
  isPageHeading: boolean;
  words: Words;
};

const countFormat = new Intl.NumberFormat("en-GB");

export function PageQuestion(props: PageQuestionProps) {
  const { question, value, messages, savedLine, isPageHeading, words } = props;
  const { id, label, hint, field } = question;
  return (
    <>
      <QuestionField
        name={id}
        label={label}
        hint={hint}
        error={messages?.join("\n")}
        errorPrefix={words.form.errorPrefix}
        isPageHeading={isPageHeading}
        field={field}
        isOptional={question.isOptional}
        value={value}
        words={{
          ...words.form,
          lengthAdvice: (maxCharacters) =>
            words.form.lengthAdvice(countFormat.format(maxCharacters)),
        }}
        acceptedExtensions={acceptedExtensions}
        largestFile={question.largestFile}
        files={<Files {...props} />}
      />
      {savedLine !== undefined && (
        <div className="govuk-inset-text">
          <h2 className="govuk-heading-s">{words.page.savedHeading}</h2>
          <p
            className={`govuk-body heard-answer ${ownDirections(savedLine)}`}
            dir="auto"
          >
            {savedLine}
          </p>
        </div>
      )}
    </>
  );
}

function Files({ question, messages, words }: PageQuestionProps) {
  const { intent } = formFields;
  const hasFiles = question.files.length > 0;
  return (
    <>
      {messages && hasFiles && (
        <p className="govuk-hint">{words.page.chooseAgain}</p>
      )}
      <div className="heard-upload">
        <Button kind="secondary" name={intent} value={intents.upload}>
          {words.page.upload}
        </Button>
      </div>
      {hasFiles && (
        <>
          <h2 className="govuk-heading-s">{words.page.uploadedHeading}</h2>
          <AttachmentsList
            attachments={question.files}
            remove={{
              name: intent,
              value: intents.remove,
              label: words.page.remove,
            }}
          />
        </>
      )}
    </>
  );
}
