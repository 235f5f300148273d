/** Kept by the browser, for whoever's hands or voice presses keys without meaning to (WCAG 2.1.4). */
const storedAs = "heard-reading-keys";

/** Whether single keys do anything in this browser. */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(storedAs) !== "off";
}

/** Told to other tabs by the browser, and to this one here. */
export function turnSingleKeys(areOn: boolean) {
  localStorage.setItem(storedAs, areOn ? "on" : "off");
  window.dispatchEvent(new StorageEvent("storage", { key: storedAs }));
}

/** With another key, held down, in the middle of composing a letter, or meant for a field or a dialog. */
export function isForSomethingElse(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey) return true;
  if (event.repeat || event.isComposing || event.defaultPrevented) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog[open]")) return true;
  return takesText(target);
}

/** Whether letters that are typed stay in it. */
export function takesText(target: HTMLElement): boolean {
  if (target.isContentEditable || target instanceof HTMLTextAreaElement)
    return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !["checkbox", "radio", "button", "submit"].includes(target.type)
  );
}
