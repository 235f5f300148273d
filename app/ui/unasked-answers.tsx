import { AttachmentsList, type ListedAttachment } from "./attachments-list.tsx";
import { ownDirections } from "./own-directions.ts";
import { Part } from "./page-parts.tsx";
import { SummaryList } from "./summary-list.tsx";

type UnaskedAnswer = {
  questionId: string;
  label: string;
  line: string | undefined;
  files: ListedAttachment[];
  /** Why it is not sent. */
  note: string;
};

type UnaskedAnswersProps = {
  unasked: UnaskedAnswer[];
  words: { check: { unaskedHeading: string; unaskedLead: string } };
};

/** What was answered and is not asked any more, in full, so that nothing goes without a word. */
export function UnaskedAnswers({ unasked, words }: UnaskedAnswersProps) {
  if (unasked.length === 0) return null;
  return (
    <Part heading={words.check.unaskedHeading}>
      <p className="govuk-body">{words.check.unaskedLead}</p>
      <SummaryList
        isStacked
        rows={unasked.map(({ questionId, label, line, files, note }) => ({
          id: questionId,
          label,
          value: (
            <>
              {line && (
                <div
                  className={`heard-answer ${ownDirections(line)}`}
                  dir="auto"
                >
                  {line}
                </div>
              )}
              {files.length > 0 && <AttachmentsList attachments={files} />}
              <p className="govuk-body-s heard-unasked__note">{note}</p>
            </>
          ),
        }))}
      />
    </Part>
  );
}
