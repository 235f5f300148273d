import { ButtonLink } from "#app/ui/button.tsx";
import { ItemCards } from "#app/ui/item-cards.tsx";
import { ListRemarks } from "#app/ui/list-remarks.tsx";
import type { Words } from "#app/words/words.ts";
import type { ListReply } from "./read-lists.server.ts";

type ListResultProps = {
  result: NonNullable<ListReply["result"]>;
  listPath: string;
  words: Words;
};

/** What became of a list: what was not read first, for that is what is left to do. */
export function ListResult({ result, listPath, words }: ListResultProps) {
  const { evidence } = words;
  return (
    <>
      <div role="status" tabIndex={-1} data-heard-result>
        <h1 className="govuk-heading-l">{result.heading}</h1>
        {result.added && <p className="govuk-body">{result.added}</p>}
      </div>
      <ButtonLink to={listPath}>{evidence.goOn}</ButtonLink>
      <ListRemarks
        heading={evidence.brokenHeading}
        lead={evidence.brokenLead}
        remarks={result.broken}
      />
      {result.leftOut.length > 0 && (
        <section className="heard-part">
          <h2 className="govuk-heading-m">{evidence.leftOutHeading}</h2>
          <p className="govuk-body">{result.full}</p>
          <ul className="govuk-list govuk-list--bullet">
            {result.leftOut.map((title, at) => (
              <li key={`${at} ${title}`} dir="auto">
                {title}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ListRemarks
        heading={evidence.remarksHeading}
        remarks={result.remarks}
        more={result.moreRemarks}
      />
      {result.cards.length > 0 && (
        <section className="heard-part">
          <ItemCards cards={result.cards} words={evidence} />
        </section>
      )}
    </>
  );
}
