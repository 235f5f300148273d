import { ownResponseAddress } from "#app/addresses.ts";
import { maxAboutCharacters } from "#app/domain/attachments/attachments.ts";
import { acceptedExtensions } from "#app/domain/files/accepted-types.ts";
import type { describeAddFile } from "#app/screens/public/add-file.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { fieldProps, FormErrors, type FormReply } from "#app/ui/form-reply.tsx";
import { typedFormId } from "#app/ui/language.tsx";
import { PageMarks } from "#app/ui/page-marks.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import type { Words } from "#app/words/words.ts";

export const fileField = "file";

type AddFileFormProps = {
  view: NonNullable<ReturnType<typeof describeAddFile>["form"]>;
  reply: FormReply | undefined;
  words: Words;
};

/** The question with the files that are there, and room for one more. */
export function AddFileForm({ view, reply, words }: AddFileFormProps) {
  const { addFile, change } = words.receipt;
  const { errorPrefix } = words.form;
  return (
    <>
      <FormErrors heading={words.form.errorSummaryHeading} reply={reply} />
      <span className="govuk-caption-l" translate="no">
        {view.caption}
      </span>
      <h1 className="govuk-heading-l">{addFile.heading}</h1>
      <AnswerList answers={view.answers} words={words.form} />
      <form
        id={typedFormId}
        method="post"
        action={view.sendPath}
        encType="multipart/form-data"
        noValidate
      >
        <PageMarks marks={{ reference: view.reference }} />
        <FileField
          name={fileField}
          label={addFile.choose}
          hint={view.hint}
          error={reply?.errors[fileField]}
          errorPrefix={errorPrefix}
          acceptedExtensions={acceptedExtensions}
          largest={view.largest}
        />
        <TextField
          {...fieldProps(reply, "about")}
          label={words.uploading.about}
          errorPrefix={errorPrefix}
          autoComplete="off"
          maxLength={maxAboutCharacters}
        />
        <p className="govuk-body">{addFile.lead}</p>
        <Button>{addFile.save}</Button>
        <p className="govuk-body">
          <a className="govuk-link" href={ownResponseAddress("response")}>
            {change.keep}
          </a>
        </p>
      </form>
    </>
  );
}
