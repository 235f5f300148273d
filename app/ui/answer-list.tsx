import { Way } from "./carried-ways.tsx";
import { AttachmentsList, type ListedAttachment } from "./attachments-list.tsx";
import { FormatLinks, type Formats } from "./format-links.tsx";
import { ownDirections } from "./own-directions.ts";
import { SummaryList } from "./summary-list.tsx";
import { Said } from "./language.tsx";

export type ListedAnswer = {
  questionId: string;
  label: string;
  line: string | undefined;
  files: ListedAttachment[];
  /** What to do where a required answer is not there. */
  missing?: string | undefined;
  /** The page where the answer can be changed. */
  changeTo?: string | undefined;
  /** The page where a file is added to what was sent. */
  addFileTo?: string | undefined;
  /** The page where an answer that was sent is taken back. */
  takeBackTo?: string | undefined;
  /** What was answered, as a file for another program. */
  formats?: Formats | undefined;
  /** What became of what was answered. */
  remark?: string | undefined;
};

type AnswerListProps = {
  answers: ListedAnswer[];
  words: Record<"notProvided" | "change" | "addFile" | "takeBack", string>;
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
        isMuted: !answer.missing && !answer.line && answer.files.length === 0,
        actions: actionsOf(answer, words),
      }))}
    />
  );
}

function actionsOf(
  { changeTo, addFileTo, takeBackTo, missing }: ListedAnswer,
  words: AnswerListProps["words"],
) {
  return [
    ...(changeTo && !missing ? [{ to: changeTo, label: words.change }] : []),
    ...(addFileTo ? [{ to: addFileTo, label: words.addFile }] : []),
    ...(takeBackTo ? [{ to: takeBackTo, label: words.takeBack }] : []),
  ];
}

function Answer({
  label,
  line,
  files,
  missing,
  changeTo,
  formats,
  remark,
  notProvided,
}: ListedAnswer & { notProvided: string }) {
  if (missing)
    return (
      <Way className="govuk-link" to={changeTo ?? ""}>
        {missing}
        <span className="govuk-visually-hidden">
          {" "}
          <Said text={label} />
        </span>
      </Way>
    );
  if (!line && files.length === 0) return <>{remark ?? notProvided}</>;
  return (
    <>
      {line && (
        <div className={`heard-answer ${ownDirections(line)}`} dir="auto">
          <Said text={line} />
        </div>
      )}
      {formats && <FormatLinks {...formats} />}
      {files.length > 0 && <AttachmentsList attachments={files} />}
      {remark && <p className="govuk-body-s heard-muted">{remark}</p>}
    </>
  );
}
