import { type PreviewBand, previewWords } from "#app/screens/public/preview.ts";

/** At the head of every page of a preview, so that nobody takes it for the form itself. */
export function PreviewBandLine({ band }: { band: PreviewBand }) {
  return (
    <aside className="heard-preview-band" aria-label={previewWords.heading}>
      <div className="govuk-width-container">
        <p className="heard-preview-band__lead">
          <strong className="govuk-tag heard-preview-band__tag">
            {previewWords.heading}
          </strong>{" "}
          <strong>{band.lead}</strong>
        </p>
        <p className="heard-preview-band__facts">
          {band.what} {band.until}
        </p>
      </div>
    </aside>
  );
}
