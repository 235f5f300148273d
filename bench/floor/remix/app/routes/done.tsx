export default function Done() {
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <h1 className="govuk-panel__title">Response sent</h1>
    </div>
  );
}
