import type { QuestionPage } from "#app/screens/public/question-page.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ItemCards } from "#app/ui/item-cards.tsx";
import type { Words } from "#app/words/words.ts";

type GroupListProps = {
  group: NonNullable<QuestionPage["group"]>;
  words: Words;
};

/** What has been added of a group, and the way to add another. */
export function GroupList({ group, words }: GroupListProps) {
  const { none, cards, add, full } = group;
  return (
    <>
      {none && <p className="govuk-body">{none}</p>}
      {cards.length > 0 && <ItemCards cards={cards} words={words.group} />}
      {add && (
        <ButtonLink kind="secondary" to={add.to}>
          {add.label}
        </ButtonLink>
      )}
      {full && <p className="govuk-body">{full}</p>}
    </>
  );
}
