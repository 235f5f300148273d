type ExitWords = {
  exit: string;
  exitMore: string;
  exitOnce: string;
  exiting: string;
};

type ExitProps = {
  /** `exitTo` is a page that anybody might read; without it there is no way off. */
  care: { exitTo?: string | undefined; words: ExitWords };
};

/**
 * The quick way off a page. It is a link, so that it works without a script; with
 * one the page is gone at once, and not one press of Back away (app/enhance/leave-page.ts).
 */
export function Exit({ care: { exitTo, words } }: ExitProps) {
  if (!exitTo) return null;
  return (
    <div className="govuk-exit-this-page">
      <a
        href={exitTo}
        className="govuk-button govuk-button--warning govuk-exit-this-page__button"
        draggable="false"
        rel="nofollow noreferrer"
        data-heard-exit
        data-heard-more={words.exitMore}
        data-heard-once={words.exitOnce}
        data-heard-exiting={words.exiting}
      >
        {words.exit}
      </a>
      <p
        className="govuk-body-s govuk-visually-hidden"
        aria-live="polite"
        data-heard-exit-status
      />
    </div>
  );
}
