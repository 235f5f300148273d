import { FileEntry, type ListedFile } from "./file-list.tsx";
import {
  FrozenText,
  type PassageLabel,
  type TextSegment,
} from "./frozen-text.tsx";
import { SentEvidence, type ShownEvidence } from "./sent-evidence.tsx";
import { TagSelectionButton } from "./passage-tagger.tsx";

type Text = { source: string; segments: TextSegment[] };

export type ShownAnswer = Text & {
  label: string;
  /** Where the answer is pieces of evidence: what stands over its text. */
  evidence: ShownEvidence | undefined;
};

export type ShownFile = ListedFile & {
  fileId: number;
  text:
    | (Text & {
        isCut: boolean;
        isTruncated: boolean;
        isSearched: boolean;
        /** Of 100, where a machine read it. */
        confidence: number | null;
      })
    | undefined;
  wholeHref: string;
  /** Its whole text was asked for. */
  isShownWhole: boolean;
};

type ResponseTextsProps = {
  language: string;
  answers: ShownAnswer[];
  files: ShownFile[];
  passages: PassageLabel[];
};

/** What the person wrote and sent: their answers first, then their files. */
export function ResponseTexts(props: ResponseTextsProps) {
  const { language, answers, files, passages } = props;
  return (
    <>
      {answers.map((answer) => (
        <section className="heard-answer-block" key={answer.source}>
          <h2 className="heard-question">{answer.label}</h2>
          <AnswerText {...{ answer, language, passages }} />
        </section>
      ))}
      {answers.length === 0 && files.length > 0 && (
        <p className="govuk-body">
          Nothing was written in the form: what this person says is in the
          files.
        </p>
      )}
      {files.length > 0 && (
        <section className="heard-files" id="files">
          <h2 className="govuk-heading-m">
            {files.length === 1 ? "1 file" : `${files.length} files`}
          </h2>
          <ul className="heard-files__list">
            {files.map((file) => (
              <FileEntry file={file} key={file.publicId}>
                {file.text && (
                  <FileText
                    file={file}
                    text={file.text}
                    language={language}
                    passages={passages}
                  />
                )}
              </FileEntry>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type AnswerTextProps = {
  answer: ShownAnswer;
  language: string;
  passages: PassageLabel[];
};

function AnswerText({ answer, language, passages }: AnswerTextProps) {
  const text = (
    <TextFrame text={answer} language={language} passages={passages} />
  );
  if (!answer.evidence) return text;
  return (
    <>
      <SentEvidence evidence={answer.evidence} language={language} />
      <details className="govuk-details" open={isMarked(answer)}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            The same as text, in which passages are tagged
          </span>
        </summary>
        <div className="govuk-details__text">{text}</div>
      </details>
    </>
  );
}

/** Where a search or a passage leads into a text, it must not be folded away. */
function isMarked({ segments }: Text): boolean {
  return segments.some(
    (segment) => segment.isHit || segment.passageIds.length > 0,
  );
}

type TextFrameProps = {
  text: Text;
  language: string;
  passages: PassageLabel[];
};

/** A text with the button that a selection in it brings up. */
function TextFrame({ text, language, passages }: TextFrameProps) {
  return (
    <div className="heard-text-frame">
      <FrozenText
        source={text.source}
        language={language}
        segments={text.segments}
        passages={passages}
      />
      <TagSelectionButton source={text.source} />
    </div>
  );
}

function FileText(
  props: TextFrameProps & {
    file: ShownFile;
    text: NonNullable<ShownFile["text"]>;
  },
) {
  const { file, text } = props;
  return (
    <details
      className="govuk-details heard-file__text"
      id={`file-${file.fileId}`}
      open={isMarked(text) || file.isShownWhole}
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Text of {file.name}</span>
      </summary>
      <div className="govuk-details__text">
        {text.confidence !== null && (
          <p className="govuk-body">
            Read by a machine from pictures of the pages; it is{" "}
            {text.confidence}% sure of its words. Check what you quote against
            the file.
          </p>
        )}
        <TextFrame {...props} />
        {text.isCut && (
          <p className="govuk-body">
            This is the beginning.{" "}
            <a className="govuk-link" href={file.wholeHref}>
              Show the whole text of {file.name}
            </a>
          </p>
        )}
        {text.isTruncated && !text.isCut && (
          <p className="govuk-body">
            {text.confidence === null
              ? "The file goes on: Heard takes out its first two million characters."
              : "The file goes on: a machine reads its first hundred pages, or as many as it can in four minutes."}
          </p>
        )}
        {!text.isSearched && (
          <p className="govuk-body">
            A search does not look into this file: the files before it have as
            much text as is searched in one response.
          </p>
        )}
      </div>
    </details>
  );
}
