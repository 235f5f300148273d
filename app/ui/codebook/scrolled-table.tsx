import type { ReactNode } from "react";

/** A table wider than a phone: it scrolls in its own box, by keyboard too. */
export function ScrolledTable(props: { caption: string; children: ReactNode }) {
  const { caption, children } = props;
  return (
    <div
      className="heard-count-table"
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-visually-hidden">
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}
