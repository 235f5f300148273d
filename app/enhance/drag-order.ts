/**
 * Lets a list's items be dragged to another place by a handle. What is dropped
 * types its new number into its box and sends the form, as anybody could without it.
 * What is not there yet, such as an empty box, stays where it is.
 */
export function offerDragging() {
  for (const list of document.querySelectorAll<HTMLElement>(
    "[data-heard-order]",
  )) {
    const items = [
      ...list.querySelectorAll<HTMLElement>(
        ":scope > li:not([data-heard-fixed])",
      ),
    ];
    const box = list.dataset.heardOrder;
    if (box && items.length > 1) enhanceList(box, items);
  }
}

/** @param box the name of the box in which the number of a place stands */
function enhanceList(box: string, items: HTMLElement[]) {
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
      let gap = items.indexOf(item) + (isBelowMiddle(item, event) ? 1 : 0);
      const from = items.indexOf(dragged);
      if (gap > from) gap -= 1;
      if (gap !== from) place(dragged, box, gap + 1);
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

function place(item: HTMLElement, name: string, number: number) {
  const box = item.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!box) return;
  box.value = String(number);
  box.form?.requestSubmit();
}
