import type { ReactNode } from "react";
import { ownDirections } from "#app/ui/own-directions.ts";
import uploadsScript from "#app/enhance/uploads.ts?worker&url";
import { maxAboutCharacters } from "#app/domain/attachments/attachments.ts";
import { acceptedExtensions } from "#app/domain/files/accepted-types.ts";
import type {
  AskedQuestion,
  QuestionPage,
} from "#app/screens/public/question-page.ts";
import { AttachmentsList } from "#app/ui/attachments-list.tsx";
import { Button } from "#app/ui/button.tsx";
import { type FieldValue, QuestionField } from "#app/ui/question-field.tsx";
import type { Words } from "#app/words/words.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { GroupList } from "./group-list.tsx";
import { aboutField, formFields, intents } from "./page-fields.ts";

type PageQuestionProps = {
  question: AskedQuestion;
  value: FieldValue | undefined;
  messages: string[] | undefined;
  wrongParts: string[] | undefined;
  /** What another tab has saved, in words, where that is something else. */
  savedLine: string | undefined;
  /** What stands above it, where it is the page's heading. */
  caption: ReactNode;
  /** What its items are, where they have pages of their own. */
  lists?: Pick<QuestionPage, "evidence" | "group">;
  words: Words;
};

const written = new WeakMap<Words, string>();

function writeUploadWords(words: Words): string {
  const text = written.get(words) ?? JSON.stringify(words.uploading);
  written.set(words, text);
  return text;
}

const countFormat = new Intl.NumberFormat("en-GB");

export function PageQuestion(props: PageQuestionProps) {
  const { question, value, messages, savedLine, caption, lists, words } = props;
  const { id, label, hint, field } = question;
  return (
    <>
      <QuestionField
        name={id}
        label={label}
        optionalLabel={question.optionalLabel}
        hint={hint}
        error={messages?.join("\n")}
        errorPrefix={words.form.errorPrefix}
        isPageHeading={caption !== undefined}
        caption={caption}
        field={field}
        isOptional={question.isOptional}
        value={value}
        wrongParts={props.wrongParts}
        words={{
          ...words.form,
          lengthAdvice: (maxCharacters) =>
            words.form.lengthAdvice(countFormat.format(maxCharacters)),
        }}
        acceptedExtensions={acceptedExtensions}
        largestFile={question.largestFile}
        uploads={{
          address: question.uploadsPath,
          script: uploadsScript,
          words: writeUploadWords(words),
          drop: words.page.dropHere,
        }}
        files={<Files {...props} />}
        items={
          <>
            {lists?.evidence && (
              <EvidenceList evidence={lists.evidence} words={words} />
            )}
            {lists?.group && <GroupList group={lists.group} words={words} />}
          </>
        }
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
      <ul className="govuk-list heard-attachments" data-heard-coming>
        {question.unfinished.map(({ name, facts }) => (
          <li
            className="heard-attachment heard-attachment--coming"
            key={name}
            data-heard-unfinished={name}
            hidden
          >
            <span className="heard-attachment__name">
              <bdi translate="no">{name}</bdi>
              <span className="heard-attachment__facts">{facts}</span>
            </span>
          </li>
        ))}
      </ul>
      <div data-heard-files hidden={!hasFiles}>
        <h2 className="govuk-heading-s">{words.page.uploadedHeading}</h2>
        <AttachmentsList
          attachments={question.files}
          remove={{
            name: intent,
            value: intents.remove,
            label: words.page.remove,
          }}
          say={{
            label: words.uploading.about,
            nameOf: aboutField,
            maxLength: maxAboutCharacters,
          }}
        />
      </div>
      <p
        className="govuk-visually-hidden"
        role="status"
        data-heard-upload-status
      />
    </>
  );
}
