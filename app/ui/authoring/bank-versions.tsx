import type { ComponentProps } from "react";
import { Part } from "../page-parts.tsx";
import { TextChanges } from "./text-changes.tsx";

type Version = {
  version: number;
  when: string;
  who: string;
  places: ComponentProps<typeof TextChanges>["places"];
};

/** Who saved which version when, each with what it changed. */
export function BankVersions({ versions }: { versions: Version[] }) {
  return (
    <Part heading="Versions" id="versions">
      {versions.map(({ version, when, who, places }) => (
        <section key={version} className="heard-part">
          <p className="govuk-body">
            <strong>Version {version}</strong>, {when}, {who}
          </p>
          {places.length > 0 && (
            <details className="govuk-details">
              <summary className="govuk-details__summary">
                <span className="govuk-details__summary-text">
                  What version {version} changed
                </span>
              </summary>
              <div className="govuk-details__text">
                <TextChanges places={places} />
              </div>
            </details>
          )}
        </section>
      ))}
    </Part>
  );
}
