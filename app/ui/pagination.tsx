type PaginationProps = {
  page: number;
  pageCount: number;
  /** There are more pages than were counted. */
  isMore?: boolean;
  previousHref: string | undefined;
  nextHref: string | undefined;
};

/** Previous and next with where one is; left out where there is one page. */
export function Pagination(props: PaginationProps) {
  const { page, pageCount, isMore, previousHref, nextHref } = props;
  if (pageCount <= 1) return null;
  return (
    <nav className="govuk-pagination heard-pagination" aria-label="Pages">
      {previousHref && (
        <div className="govuk-pagination__prev">
          <a
            className="govuk-link govuk-pagination__link"
            href={previousHref}
            rel="prev"
          >
            <span className="govuk-pagination__link-title">Previous</span>
          </a>
        </div>
      )}
      <p className="heard-pagination__place">
        Page {page} of {isMore && "more than "}
        {pageCount}
      </p>
      {nextHref && (
        <div className="govuk-pagination__next">
          <a
            className="govuk-link govuk-pagination__link"
            href={nextHref}
            rel="next"
          >
            <span className="govuk-pagination__link-title">Next</span>
          </a>
        </div>
      )}
    </nav>
  );
}
