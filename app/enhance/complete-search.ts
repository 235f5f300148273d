import { completionsOf, type Completion, type Known } from "./completions.ts";

/** Long enough that nobody is told between two letters (govuk-frontend#2430). */
const quietMilliseconds = 1_400;
const listId = "q-completions";

/** A list of what a search may go on with, under its box; without it the box is the same. */
export function offerCompletion() {
  const form = document.querySelector<HTMLFormElement>(
    "[data-heard-completions]",
  );
  const input = form?.querySelector<HTMLInputElement>("input[name=q]");
  if (!form || !input) return;
  const known = JSON.parse(form.dataset.heardCompletions ?? "{}") as Known;
  new CompletedSearch(input, known).start();
}

class CompletedSearch {
  readonly #input: HTMLInputElement;
  readonly #known: Known;
  readonly #list = document.createElement("ul");
  readonly #status = document.createElement("p");
  #offered: Completion[] = [];
  #chosen = -1;
  #telling: number | undefined;

  constructor(input: HTMLInputElement, known: Known) {
    this.#input = input;
    this.#known = known;
  }

  start() {
    this.#list.id = listId;
    this.#list.className = "heard-completion";
    this.#list.setAttribute("role", "listbox");
    this.#list.hidden = true;
    this.#list.setAttribute("aria-label", this.#input.placeholder);
    this.#status.className = "govuk-visually-hidden";
    this.#status.setAttribute("role", "status");
    this.#input.after(this.#list, this.#status);
    const attributes = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": listId,
    };
    for (const [name, value] of Object.entries(attributes))
      this.#input.setAttribute(name, value);
    this.#input.addEventListener("input", () => this.#offer());
    this.#input.addEventListener("keydown", (event) => this.#onKey(event));
    this.#input.addEventListener("blur", () => this.#close());
    // Before the box loses the focus, and the list with it.
    this.#list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const option = (event.target as HTMLElement).closest("li");
      if (option) this.#take([...this.#list.children].indexOf(option));
    });
  }

  #offer() {
    const { value, selectionStart } = this.#input;
    const at = selectionStart ?? value.length;
    this.#offered = completionsOf(value.slice(0, at), this.#known);
    this.#chosen = -1;
    this.#list.replaceChildren(...this.#offered.map(toOption));
    this.#show(this.#offered.length > 0);
    window.clearTimeout(this.#telling);
    this.#telling = window.setTimeout(() => this.#tell(), quietMilliseconds);
  }

  #show(isOpen: boolean) {
    this.#list.hidden = !isOpen;
    this.#input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) this.#input.removeAttribute("aria-activedescendant");
  }

  #tell() {
    if (document.activeElement !== this.#input) return;
    const { none, one, many } = this.#known.words;
    const count = this.#offered.length;
    this.#status.textContent =
      count === 0
        ? none
        : count === 1
          ? one
          : many.replace("{count}", String(count));
  }

  #onKey(event: KeyboardEvent) {
    if (this.#list.hidden || event.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown") this.#move(1);
    else if (key === "ArrowUp") this.#move(-1);
    else if (key === "Escape") this.#close();
    else if ((key === "Enter" || key === "Tab") && this.#chosen >= 0)
      this.#take(this.#chosen);
    else return;
    event.preventDefault();
  }

  /** Past either end it is the typed text again. */
  #move(step: number) {
    const count = this.#offered.length + 1;
    this.#chosen = ((this.#chosen + 1 + step + count) % count) - 1;
    for (const [index, option] of [...this.#list.children].entries()) {
      const isChosen = index === this.#chosen;
      option.setAttribute("aria-selected", String(isChosen));
      if (isChosen) option.scrollIntoView({ block: "nearest" });
    }
    if (this.#chosen < 0) this.#input.removeAttribute("aria-activedescendant");
    else
      this.#input.setAttribute(
        "aria-activedescendant",
        `${listId}-${this.#chosen}`,
      );
  }

  #take(index: number) {
    const taken = this.#offered[index];
    if (!taken) return;
    const { value, selectionStart } = this.#input;
    const at = selectionStart ?? value.length;
    const before = value.slice(0, at - taken.replaces) + taken.text;
    this.#input.value = before + value.slice(at);
    this.#input.setSelectionRange(before.length, before.length);
    this.#offer();
  }

  #close() {
    this.#show(false);
  }
}

function toOption({ text, hint }: Completion, index: number) {
  const option = document.createElement("li");
  option.id = `${listId}-${index}`;
  option.className = "heard-completion__option";
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  const said = document.createElement("span");
  said.textContent = text.trim();
  option.append(said);
  if (hint) {
    const small = document.createElement("small");
    small.textContent = hint;
    option.append(" ", small);
  }
  return option;
}
