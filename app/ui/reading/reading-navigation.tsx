import { takeNextAddress } from "#app/addresses.ts";
import { BackLink } from "../page-parts.tsx";
import { KeyList } from "./key-list.tsx";

/** Where a response stands in the list that it was opened from. */
export type ListWalk = {
  previousHref: string | undefined;
  nextHref: string | undefined;
};

type ReadingNavigationProps = {
  /** The list the response was opened from, its filters and page included. */
  queuePath: string;
  walk: ListWalk;
  /** Whoever is reading this one takes the next by deciding it. */
  offersNext: boolean;
  /** The form of the page's work: what stands typed in it is kept. */
  workFormId: string;
};

/** Back to the list as it was, or on in it. */
export function ReadingNavigation(props: ReadingNavigationProps) {
  const { previousHref, nextHref } = props.walk;
  return (
    <div className="heard-reading-navigation">
      <BackLink to={props.queuePath}>Back to the queue</BackLink>
      <nav className="heard-walk" aria-label="The list it was opened from">
        {previousHref && (
          <a className="govuk-link" href={previousHref} data-key="k">
            Previous
          </a>
        )}
        {nextHref && (
          <a className="govuk-link" href={nextHref} data-key="j">
            Next
          </a>
        )}
        <a
          className="govuk-visually-hidden"
          href={`${props.queuePath}#q`}
          data-key="/"
          tabIndex={-1}
          aria-hidden="true"
        >
          Search
        </a>
        <KeyList />
        {props.offersNext && (
          <button
            type="submit"
            form={props.workFormId}
            formAction={takeNextAddress}
            className="govuk-button govuk-button--secondary heard-button--small"
          >
            Take next
          </button>
        )}
      </nav>
    </div>
  );
}
