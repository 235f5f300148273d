import type { QuestionPage } from "#app/screens/public/question-page.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ItemCards } from "#app/ui/item-cards.tsx";
import { FormatLinks } from "#app/ui/format-links.tsx";
import type { Words } from "#app/words/words.ts";

type EvidenceListProps = {
  evidence: NonNullable<QuestionPage["evidence"]>;
  words: Words;
};

/** What has been added, and the ways to add more. */
export function EvidenceList({ evidence, words }: EvidenceListProps) {
  return (
    <>
      <p className="govuk-body">{evidence.heading}</p>
      {evidence.cards.length > 0 && (
        <ItemCards cards={evidence.cards} words={words.evidence} />
      )}
      <div className="govuk-button-group">
        <ButtonLink kind="secondary" to={evidence.addPath}>
          {evidence.addLabel}
        </ButtonLink>
        <ButtonLink kind="secondary" to={evidence.listPath}>
          {words.evidence.addList}
        </ButtonLink>
      </div>
      {evidence.formats && <FormatLinks {...evidence.formats} />}
    </>
  );
}
