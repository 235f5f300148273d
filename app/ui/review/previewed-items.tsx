import { Button } from "../button.tsx";
import { CheckboxesField, type Choice } from "../choice-fields.tsx";
import { Pagination } from "../pagination.tsx";

type PreviewedItemsProps = {
  choices: Choice[];
  pages: {
    page: number;
    pageCount: number;
    previousHref: string | undefined;
    nextHref: string | undefined;
  };
};

/** What something would be done to, with a tick for each that it should not be done to. */
export function PreviewedItems({ choices, pages }: PreviewedItemsProps) {
  if (choices.length === 0) return null;
  return (
    <details className="govuk-details" open={pages.page > 1}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Take single ones off
        </span>
      </summary>
      <div className="govuk-details__text">
        <form method="post">
          <CheckboxesField
            name="references"
            label="Leave these as they are"
            isSmall
            choices={choices}
            defaultValue={[]}
          />
          <Button kind="secondary" name="intent" value="take-off">
            Take them off
          </Button>
        </form>
        <Pagination {...pages} />
      </div>
    </details>
  );
}
