import type { ReactNode } from "react";

type PanelProps = { title: string; children: ReactNode };

/** The green panel of a confirmation page. No links inside: their focus could not be seen. */
export function Panel({ title, children }: PanelProps) {
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <h1 className="govuk-panel__title">{title}</h1>
      <div className="govuk-panel__body">{children}</div>
    </div>
  );
}
