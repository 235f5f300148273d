import { StatusTag } from "../page-parts.tsx";

type ListedEvidence = {
  id: string;
  /** What stands for it where it is chosen. */
  value: string;
  isWhole: boolean;
  words: string;
  memo: string;
  reference: string;
  textHref: string;
  childName: string | undefined;
  childHref: string | undefined;
  consent: "yes" | "no" | "not-asked";
  consentWords: string;
  facts: string[];
  tagged: string;
};

type EvidenceListProps = {
  items: ListedEvidence[];
  /** Where some are chosen of them, the values of those that are. */
  chosen?: string[];
};

/** What is tagged, one after another, each with who says it and what may be done with it. */
export function EvidenceList({ items, chosen }: EvidenceListProps) {
  return (
    <ol className="heard-evidence-list">
      {items.map((item, index) => (
        <li
          className={
            chosen ? "heard-evidence heard-evidence--chosen" : "heard-evidence"
          }
          id={`item-${item.id}`}
          key={item.id}
        >
          {chosen && (
            <ChooseEvidence
              item={item}
              id={index === 0 ? "items" : `items-${index + 1}`}
              isChosen={chosen.includes(item.value)}
            />
          )}
          <EvidenceEntry item={item} />
        </li>
      ))}
    </ol>
  );
}

type ChooseEvidenceProps = {
  item: ListedEvidence;
  id: string;
  isChosen: boolean;
};

function ChooseEvidence({ item, id, isChosen }: ChooseEvidenceProps) {
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          type="checkbox"
          name="items"
          value={item.value}
          id={id}
          defaultChecked={isChosen}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          <span className="govuk-visually-hidden">
            {item.words.slice(0, 80)}, {item.reference}
          </span>
        </label>
      </div>
    </div>
  );
}

const consentColours = {
  yes: "green",
  no: "red",
  "not-asked": "orange",
} as const;

function EvidenceEntry({ item }: { item: ListedEvidence }) {
  return (
    <>
      <div className="heard-evidence__words">
        {item.isWhole && (
          <p className="heard-evidence__whole">
            The whole response. It begins:
          </p>
        )}
        <blockquote className="heard-evidence__quote" dir="auto">
          {item.words || "No words of its own"}
        </blockquote>
        {item.memo !== "" && (
          <p className="heard-evidence__memo" dir="auto">
            <b>Memo: </b>
            {item.memo}
          </p>
        )}
      </div>
      <div className="heard-evidence__facts">
        <p className="heard-evidence__reference">
          <a className="govuk-link" href={item.textHref}>
            {item.reference}
            <span className="govuk-visually-hidden">, in its text</span>
          </a>
        </p>
        <p className="heard-evidence__consent">
          <StatusTag colour={consentColours[item.consent]}>
            {item.consentWords}
          </StatusTag>
        </p>
        {item.childName !== undefined && (
          <p>
            Tagged{" "}
            <a className="govuk-link" href={item.childHref}>
              {item.childName}
            </a>
          </p>
        )}
        {item.facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
        <p className="heard-evidence__tagged">{item.tagged}</p>
      </div>
    </>
  );
}
