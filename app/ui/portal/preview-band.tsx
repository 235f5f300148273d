import { Fragment } from "react";

type PreviewBandProps = {
  back: { to: string; label: string };
  /** The page in each other language that it is written in. */
  others: { to: string; label: string }[];
};

/** Above a page that the public does not see as it is here: for the team, and so in English. */
export function OwnPagePreviewBand({ back, others }: PreviewBandProps) {
  return (
    <aside
      className="heard-preview-band"
      aria-label="Preview"
      lang="en"
      dir="ltr"
    >
      <div className="govuk-width-container">
        <p className="heard-preview-band__lead">
          <strong className="govuk-tag heard-preview-band__tag">Preview</strong>{" "}
          <strong>Not published: the public does not see this yet.</strong>
        </p>
        <p className="heard-preview-band__facts">
          <a className="govuk-link" href={back.to}>
            Back to {back.label}
          </a>
          {others.map(({ to, label }) => (
            <Fragment key={to}>
              {" · "}
              <a className="govuk-link" href={to}>
                {label}
              </a>
            </Fragment>
          ))}
        </p>
      </div>
    </aside>
  );
}
