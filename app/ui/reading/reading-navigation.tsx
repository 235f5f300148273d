import { takeNextAddress } from "#app/addresses.ts";
import { BackLink } from "../page-parts.tsx";

type ReadingNavigationProps = {
  /** The list the response was opened from, its filters and page included. */
  queuePath: string;
  /** Whoever is reading this one takes the next by deciding it. */
  offersNext: boolean;
  /** The form of the page's work: what stands typed in it is kept. */
  workFormId: string;
};

/** Back to the list as it was, or on to the next response. */
export function ReadingNavigation(props: ReadingNavigationProps) {
  return (
    <div className="heard-reading-navigation">
      <BackLink to={props.queuePath}>Back to the queue</BackLink>
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
    </div>
  );
}
