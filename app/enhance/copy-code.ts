/** A code is copied by a press where the browser lets a page do that; without the script it is selected and copied. */
export function offerCopying() {
  const offer = document.querySelector<HTMLElement>("[data-heard-copy]");
  const from = document.querySelector<HTMLElement>("[data-heard-copied-from]");
  const button = offer?.querySelector("button");
  const status = offer?.querySelector<HTMLElement>("[role=status]");
  if (!offer || !from || !button || !status || !navigator.clipboard) return;
  offer.removeAttribute("hidden");
  const { heardDone = "", heardFailed = "" } = button.dataset;
  const tell = (text: string) => () => {
    status.textContent = text;
  };
  button.addEventListener("click", () => {
    void navigator.clipboard
      .writeText(from.textContent?.trim() ?? "")
      .then(tell(heardDone), tell(heardFailed));
  });
}
