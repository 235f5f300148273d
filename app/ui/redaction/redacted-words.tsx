import { ownDirections } from "../own-directions.ts";
import { TagSelectionButton } from "../reading/passage-tagger.tsx";
import { redactionClass } from "./redaction-class.ts";

type Segment = {
  startOffset: number;
  text: string;
  mark: "approved" | "proposed" | "suggested" | undefined;
  /** What begins here, for whoever does not see the mark. */
  begins: string;
  ends: { publicId: string; number: number }[];
};

type Answer = { source: string; label: string; segments: Segment[] };

/**
 * What a person wrote, with what is redacted, proposed and suggested marked. As
 * in the reading page, the text of each is theirs to the letter: numbers and
 * what is said between the words are made by the style sheet.
 */
export function RedactedWords(props: { language: string; answers: Answer[] }) {
  return (
    <>
      {props.answers.map(({ source, label, segments }) => (
        <section className="heard-answer-block" key={source}>
          <h2 className="heard-question">{label}</h2>
          <div className="heard-text-frame">
            <div
              className={`heard-words ${ownDirections(segments.map(({ text }) => text).join(""))}`}
              data-text-source={source}
              lang={props.language}
              dir="auto"
            >
              {segments.map((segment) => (
                <MarkedSegment key={segment.startOffset} segment={segment} />
              ))}
            </div>
            <TagSelectionButton
              source={source}
              label="Redact the selected words"
            />
          </div>
        </section>
      ))}
    </>
  );
}

function MarkedSegment({ segment }: { segment: Segment }) {
  const { text, mark, begins, ends } = segment;
  return (
    <>
      {mark ? (
        <mark
          className={redactionClass(mark, text)}
          data-begins={begins || undefined}
        >
          {text}
        </mark>
      ) : (
        text
      )}
      {ends.map(({ publicId, number }) => (
        <sup className="heard-passage-marker" lang="en" key={publicId}>
          <a
            id={`at-${publicId}`}
            href={`#redaction-${publicId}`}
            aria-label={`End of redaction ${number}`}
            data-number={number}
          />
        </sup>
      ))}
    </>
  );
}
