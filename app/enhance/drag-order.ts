/**
 * Lets a list's items be dragged to another place by a handle. What is dropped
 * types its new number into its box and sends the form, as anybody could without it.
 */
export function offerDragging() {
  for (const form of document.querySelectorAll<HTMLFormElement>(
    "form[data-heard-order]",
  )) {
    const items = [...form.querySelectorAll<HTMLElement>("ol > li")];
    if (items.length > 1) enhanceList(form, items);
  }
}

function enhanceList(form: HTMLFormElement, items: HTMLElement[]) {
  let dragged: HTMLElement | undefined;
  const clear = () => {
    for (const { dataset } of items) delete dataset.heardDrop;
  };
  for (const item of items) {
    const handle = addHandle(item);
    handle.addEventListener("dragstart", (event) => {
      dragged = item;
      event.dataTransfer?.setDragImage(item, 0, 0);
      event.dataTransfer?.setData("text/plain", "");
    });
    handle.addEventListener("dragend", () => {
      dragged = undefined;
      clear();
    });
    item.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      clear();
      item.dataset.heardDrop = isBelowMiddle(item, event) ? "after" : "before";
    });
    item.addEventListener("drop", (event) => {
      if (!dragged) return;
      event.preventDefault();
      const gap = items.indexOf(item) + (isBelowMiddle(item, event) ? 1 : 0);
      const from = items.indexOf(dragged);
      place(form, dragged, { from, to: gap > from ? gap - 1 : gap });
    });
  }
}

function isBelowMiddle(item: HTMLElement, { clientY }: DragEvent): boolean {
  const { top, height } = item.getBoundingClientRect();
  return clientY > top + height / 2;
}

/** For a mouse only: whoever has a keyboard or a screen reader has the buttons. */
function addHandle(item: HTMLElement): HTMLElement {
  const handle = document.createElement("span");
  handle.className = "heard-drag";
  handle.draggable = true;
  handle.setAttribute("aria-hidden", "true");
  item.prepend(handle);
  return handle;
}

function place(
  form: HTMLFormElement,
  item: HTMLElement,
  { from, to }: { from: number; to: number },
) {
  const box = item.querySelector<HTMLInputElement>("input[name=place]");
  if (!box || to === from) return;
  box.value = String(to + 1);
  form.requestSubmit();
}
