import { ButtonLink } from "../button.tsx";

/** What would be published, and the ways to publish it or to leave it. */
export function WhatChanged({
  isChanged,
  changes,
  publishHref,
  discardHref,
}: {
  isChanged: boolean;
  changes: string[];
  publishHref: string;
  discardHref: string;
}) {
  if (!isChanged) return <p className="govuk-body">Nothing is changed yet.</p>;
  return (
    <div className="govuk-inset-text">
      <h2 className="govuk-heading-s">Changed and not yet published</h2>
      <ul className="govuk-list govuk-list--bullet">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <div className="govuk-button-group govuk-!-margin-bottom-0">
        <ButtonLink to={publishHref}>Look at what changes</ButtonLink>
        <a className="govuk-link" href={discardHref}>
          Throw them away
        </a>
      </div>
    </div>
  );
}
