import { removePassageAddress } from "#app/addresses.ts";
import { Button } from "../button.tsx";
import { PartForm } from "../part-form.tsx";
import { StatusTag } from "../page-parts.tsx";

export type ListedPassage = {
  publicId: string;
  number: number;
  quote: string;
  memo: string;
  tagName: string;
  tagIsRetired: boolean;
  taggedBy: string;
  /** In words: "4:10pm on 3 March 2021". */
  taggedAt: string;
  mayRemove: boolean;
  /** Whoever sent it does not want to be quoted. */
  isNotQuoted: boolean;
  /** Whether its place is on this page: the end of a long file may not be. */
  isShown: boolean;
};

type PassageListProps = {
  passages: ListedPassage[];
  /** The address that passages are tagged at; one of them is taken off below it. */
  reference: string;
  view: string;
};

/** Every tagged passage of the response, numbered as in the text. */
export function PassageList({ passages, reference, view }: PassageListProps) {
  if (passages.length === 0) {
    return <p className="govuk-body-s">No passage is tagged yet.</p>;
  }
  return (
    <ol className="heard-passage-list">
      {passages.map((passage) => (
        <li
          className="heard-passage-list__item"
          id={`passage-${passage.publicId}`}
          key={passage.publicId}
          value={passage.number}
        >
          <PassageEntry passage={passage} />
          {passage.mayRemove && (
            <RemovePassage
              passage={passage}
              reference={reference}
              view={view}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function PassageEntry({ passage }: { passage: ListedPassage }) {
  const { publicId, number, tagName, quote, memo } = passage;
  return (
    <>
      <p className="heard-passage-list__tag">
        <strong>{tagName}</strong>{" "}
        {passage.tagIsRetired && <StatusTag colour="grey">Retired</StatusTag>}{" "}
        {passage.isNotQuoted && (
          <StatusTag colour="orange">Do not quote</StatusTag>
        )}
      </p>
      <blockquote className="heard-passage-list__quote" dir="auto">
        {quote}
      </blockquote>
      {memo && <p className="heard-passage-list__memo">{memo}</p>}
      <p className="heard-passage-list__by">
        {passage.taggedBy}, {passage.taggedAt}
        {passage.isShown && (
          <>
            {" · "}
            <a className="govuk-link" href={`#at-${publicId}`}>
              Show in the text
              <span className="govuk-visually-hidden">: passage {number}</span>
            </a>
          </>
        )}
      </p>
    </>
  );
}

function RemovePassage(props: {
  passage: ListedPassage;
  reference: string;
  view: string;
}) {
  const { passage, reference, view } = props;
  const address = removePassageAddress(reference, passage.publicId);
  return (
    <details className="heard-passage-list__remove">
      <summary className="govuk-link">
        Take the tag off
        <span className="govuk-visually-hidden">
          {" "}
          passage {passage.number}, {passage.tagName}
        </span>
      </summary>
      <PartForm action={address} fields={{ view }}>
        {passage.memo && <p className="govuk-body-s">Its memo goes with it.</p>}
        <Button kind="warning" formAction={address}>
          Take the tag off this passage
        </Button>
      </PartForm>
    </details>
  );
}
