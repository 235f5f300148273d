import { AttachmentsList, type ListedAttachment } from "./attachments-list.tsx";
import { ownDirections } from "./own-directions.ts";
import { SummaryList } from "./summary-list.tsx";

export type ListedAnswer = {
  questionId: string;
  label: string;
  line: string | undefined;
  files: ListedAttachment[];
  /** The page where the answer can be changed. */
  changeTo?: string | undefined;
};

type AnswerListProps = {
  answers: ListedAnswer[];
  words: { notProvided: string; change: string };
};

/** Questions with what was answered, in a person's own line breaks. */
export function AnswerList({ answers, words }: AnswerListProps) {
  return (
    <SummaryList
      isStacked
      rows={answers.map((answer) => ({
        id: answer.questionId,
        label: answer.label,
        value: <Answer {...answer} notProvided={words.notProvided} />,
        isMuted: !answer.line && answer.files.length === 0,
        change: answer.changeTo
          ? { to: answer.changeTo, label: words.change }
          : undefined,
      }))}
    />
  );
}

function Answer({
  line,
  files,
  notProvided,
}: ListedAnswer & { notProvided: string }) {
  if (!line && files.length === 0) return <>{notProvided}</>;
  return (
    <>
      {line && (
        <div className={`heard-answer ${ownDirections(line)}`} dir="auto">
          {line}
        </div>
      )}
      {files.length > 0 && <AttachmentsList attachments={files} />}
    </>
  );
}
