import { BackLink } from "../page-parts.tsx";

type ReadingNavigationProps = {
  /** The list the response was opened from, its filters and page included. */
  queuePath: string;
  /** Whoever is reading this one takes the next by deciding it. */
  offersNext: boolean;
};

/** Back to the list as it was, or on to the next response. */
export function ReadingNavigation(props: ReadingNavigationProps) {
  return (
    <div className="heard-reading-navigation">
      <BackLink to={props.queuePath}>Back to the queue</BackLink>
      {props.offersNext && (
        <form method="post" action="/review/queue/take-next">
          <input type="hidden" name="returnTo" value={props.queuePath} />
          <button
            type="submit"
            className="govuk-button govuk-button--secondary heard-button--small"
          >
            Take next
          </button>
        </form>
      )}
    </div>
  );
}
