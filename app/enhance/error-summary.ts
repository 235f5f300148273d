/** Where a link of the summary leads, the keyboard goes too; and the summary is read first. */
export function helpErrorSummary() {
  const summary = document.querySelector<HTMLElement>(".govuk-error-summary");
  summary?.focus();
  summary?.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || !link.hash || link.pathname !== location.pathname) return;
    const field = document.getElementById(
      decodeURIComponent(link.hash.slice(1)),
    );
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });
}
