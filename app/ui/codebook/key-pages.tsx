type KeyPagesProps = {
  previousHref: string | undefined;
  nextHref: string | undefined;
  /** How many stand on a page. */
  step: number;
};

/** Back and on in a list that is paged by a place in it, not by a number. */
export function KeyPages({ previousHref, nextHref, step }: KeyPagesProps) {
  if (!previousHref && !nextHref) return null;
  return (
    <nav
      className="govuk-pagination heard-pagination heard-no-print"
      aria-label="Pages"
    >
      {previousHref && (
        <div className="govuk-pagination__prev">
          <a
            className="govuk-link govuk-pagination__link"
            href={previousHref}
            rel="prev"
          >
            <span className="govuk-pagination__link-title">
              Previous {step}
            </span>
          </a>
        </div>
      )}
      {nextHref && (
        <div className="govuk-pagination__next">
          <a
            className="govuk-link govuk-pagination__link"
            href={nextHref}
            rel="next"
          >
            <span className="govuk-pagination__link-title">Next {step}</span>
          </a>
        </div>
      )}
    </nav>
  );
}
