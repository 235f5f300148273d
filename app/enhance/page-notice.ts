export type NoticeAction = { label: string; run: () => void };

type Notice = {
  heading: string;
  text: string;
  /** A person's own words, shown to the letter. */
  quotes?: string[];
  actions?: NoticeAction[];
};

/** A notice above the form, with buttons that take it away again. */
export function showNotice(form: HTMLFormElement, notice: Notice) {
  const box = make("section", "heard-notice");
  const heading = make("h2", "govuk-heading-s", notice.heading);
  heading.id = "heard-notice";
  box.setAttribute("aria-labelledby", heading.id);
  box.append(heading, make("p", "govuk-body", notice.text));
  for (const quote of notice.quotes ?? []) {
    const words = make("blockquote", "heard-notice__quote heard-answer", quote);
    words.dir = "auto";
    box.append(words);
  }
  const group = make("div", "govuk-button-group");
  for (const { label, run } of notice.actions ?? []) {
    const button = make(
      "button",
      "govuk-button govuk-button--secondary",
      label,
    );
    button.setAttribute("type", "button");
    button.addEventListener("click", () => {
      box.remove();
      focusFirstField(form);
      run();
    });
    group.append(button);
  }
  box.append(group);
  document.querySelector(".heard-notice")?.remove();
  form.parentElement?.prepend(box);
}

/** The place of the button that is gone now. */
function focusFirstField(form: HTMLFormElement) {
  form
    .querySelector<HTMLElement>(
      "textarea, select, input:not([type=hidden]):not([type=file])",
    )
    ?.focus();
}

/** GOV.UK's error summary, as the server writes it. */
export function showFailure(heading: string, texts: string[]) {
  const box = make("div", "govuk-error-summary");
  box.tabIndex = -1;
  const alert = make("div", "");
  alert.setAttribute("role", "alert");
  const body = make("div", "govuk-error-summary__body");
  body.append(...texts.map((text) => make("p", "govuk-body", text)));
  alert.append(make("h2", "govuk-error-summary__title", heading), body);
  box.append(alert);
  document.querySelector(".govuk-error-summary")?.remove();
  document.querySelector("form[data-heard-page]")?.parentElement?.prepend(box);
  box.focus();
}

function make(tag: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
