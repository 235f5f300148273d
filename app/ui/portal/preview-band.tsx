type PreviewBandProps = {
  back: { to: string; label: string };
  /** The page in its other language, where it is written in it. */
  other: { to: string; label: string } | undefined;
};

/** Above a page that the public does not see as it is here: for the team, and so in English. */
export function OwnPagePreviewBand({ back, other }: PreviewBandProps) {
  return (
    <aside className="heard-preview-band" aria-label="Preview" lang="en">
      <div className="govuk-width-container">
        <p className="heard-preview-band__lead">
          <strong className="govuk-tag heard-preview-band__tag">Preview</strong>{" "}
          <strong>Not published: the public does not see this yet.</strong>
        </p>
        <p className="heard-preview-band__facts">
          <a className="govuk-link" href={back.to}>
            Back to {back.label}
          </a>
          {other && (
            <>
              {" · "}
              <a className="govuk-link" href={other.to}>
                {other.label}
              </a>
            </>
          )}
        </p>
      </div>
    </aside>
  );
}
