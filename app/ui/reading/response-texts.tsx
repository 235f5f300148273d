import { FileEntry, type ListedFile } from "./file-list.tsx";
import {
  FrozenText,
  type PassageLabel,
  type TextSegment,
} from "./frozen-text.tsx";
import { TagSelectionButton } from "./passage-tagger.tsx";

type Text = { source: string; segments: TextSegment[] };

export type ShownAnswer = Text & { label: string };

export type ShownFile = ListedFile & {
  fileId: number;
  text:
    | (Text & { isCut: boolean; isTruncated: boolean; isSearched: boolean })
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
          <TextFrame text={answer} language={language} passages={passages} />
        </section>
      ))}
      {answers.length === 0 && (
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
  // Where a search or a passage leads into the file, it must not be folded away.
  const isMarked = text.segments.some(
    (segment) => segment.isHit || segment.passageIds.length > 0,
  );
  return (
    <details
      className="govuk-details heard-file__text"
      id={`file-${file.fileId}`}
      open={isMarked || file.isShownWhole}
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Text of {file.name}</span>
      </summary>
      <div className="govuk-details__text">
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
            The file goes on: Heard takes out its first two million characters.
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
