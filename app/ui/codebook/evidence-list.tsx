import { StatusTag } from "../page-parts.tsx";

export type ListedEvidence = {
  id: string;
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

/** What is tagged, one after another, each with who says it and what may be done with it. */
export function EvidenceList({ items }: { items: ListedEvidence[] }) {
  return (
    <ol className="heard-evidence-list">
      {items.map((item) => (
        <li className="heard-evidence" id={`item-${item.id}`} key={item.id}>
          <EvidenceEntry item={item} />
        </li>
      ))}
    </ol>
  );
}

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
          </a>{" "}
          <StatusTag colour={item.consent === "yes" ? "green" : "red"}>
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
