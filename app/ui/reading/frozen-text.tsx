import { ownDirections } from "../own-directions.ts";
import { redactionClass } from "../redaction/redaction-class.ts";

/** A stretch of a text in which no passage or hit begins or ends. */
export type TextSegment = {
  startOffset: number;
  text: string;
  passageIds: string[];
  endingPassageIds: string[];
  isHit: boolean;
  /** Words that must not leave the review, or may have to be kept back. */
  redacted?: "approved" | "proposed" | undefined;
};

export type PassageLabel = {
  publicId: string;
  number: number;
  tagName: string;
};

type FrozenTextProps = {
  /** Names the text to the form that tags passages: `answer-12`. */
  source: string;
  language: string;
  segments: TextSegment[];
  passages: PassageLabel[];
};

/**
 * A person's words as they were frozen, with passages and hits in place. The
 * text of this element is theirs to the letter: what Heard says between the words
 * is made by the style sheet, so that it is neither selected, copied nor counted.
 */
export function FrozenText(props: FrozenTextProps) {
  const { source, language, segments, passages } = props;
  const labels = new Map(passages.map((one) => [one.publicId, one]));
  const labelsOf = (ids: string[]) => ids.flatMap((id) => labels.get(id) ?? []);
  return (
    <div
      className={`heard-words ${ownDirections(segments.map(({ text }) => text).join(""))}`}
      data-text-source={source}
      lang={language}
      dir="auto"
    >
      {segments.map((segment, index) => (
        <SegmentText
          key={segment.startOffset}
          segment={segment}
          covering={labelsOf(segment.passageIds)}
          begun={segments[index - 1]?.passageIds ?? []}
          isRedactedOn={segments[index - 1]?.redacted === segment.redacted}
          ending={labelsOf(segment.endingPassageIds)}
        />
      ))}
    </div>
  );
}

type SegmentTextProps = {
  segment: TextSegment;
  covering: PassageLabel[];
  /** The passages that cover the segment before. */
  begun: string[];
  /** What is redacted before it goes on here. */
  isRedactedOn: boolean;
  ending: PassageLabel[];
};

function SegmentText(props: SegmentTextProps) {
  const { covering, begun, ending } = props;
  const words = <SegmentWords {...props} />;
  if (covering.length === 0) return <>{words}</>;
  const depth = Math.min(covering.length, 3);
  const starting = covering.filter(({ publicId }) => !begun.includes(publicId));
  const beginning = starting.map(
    ({ number, tagName }) => `Passage ${number}, tagged ${tagName}: `,
  );
  return (
    <>
      {starting.map((passage) => (
        <MarginName key={passage.publicId} passage={passage} />
      ))}
      <span
        className={`heard-passage heard-passage--${depth}`}
        data-begins={beginning.join("") || undefined}
      >
        {words}
      </span>
      {ending.map((passage) => (
        <PassageMarker key={passage.publicId} passage={passage} />
      ))}
    </>
  );
}

const redactionWords = {
  approved: "Redacted: ",
  proposed: "Proposed to be redacted: ",
};

function SegmentWords({ segment, isRedactedOn }: SegmentTextProps) {
  const { text, isHit, redacted } = segment;
  const words = isHit ? <mark className="heard-hit">{text}</mark> : text;
  if (!redacted) return <>{words}</>;
  return (
    <span
      className={redactionClass(redacted, text)}
      data-begins={isRedactedOn ? undefined : redactionWords[redacted]}
    >
      {words}
    </span>
  );
}

/** Beside the line in which a passage begins, where there is room; drawn by the style sheet, which neither copies nor counts it. */
function MarginName({ passage }: { passage: PassageLabel }) {
  const { number, tagName } = passage;
  return (
    <span
      className="heard-margin-name"
      data-name={`${number} ${tagName}`}
      aria-hidden="true"
    />
  );
}

/** Stands where a passage ends, as a footnote's number does, and leads to its line in the list. */
function PassageMarker({ passage }: { passage: PassageLabel }) {
  const { publicId, number, tagName } = passage;
  return (
    <sup className="heard-passage-marker" lang="en">
      <a
        id={`at-${publicId}`}
        href={`#passage-${publicId}`}
        title={tagName}
        aria-label={`End of passage ${number}, tagged ${tagName}`}
        data-number={number}
      />
    </sup>
  );
}
