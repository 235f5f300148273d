import { areSingleKeysOn, isForSomethingElse } from "./single-keys.ts";

/**
 * j and k go through a list's rows, / to its search: by Tab the first row is some
 * thirty presses away. They stand still where single keys are switched off.
 */
export function offerListKeys() {
  const told = document.querySelector<HTMLElement>("[data-list-keys]");
  if (told) told.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (isForSomethingElse(event) || !areSingleKeysOn()) return;
    const next = placeFor(event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

function placeFor(key: string): HTMLElement | undefined {
  if (key === "/")
    return document.querySelector<HTMLElement>("input[name=q]") ?? undefined;
  if (key !== "j" && key !== "k") return undefined;
  const rows = [...document.querySelectorAll<HTMLElement>("[data-list-row]")];
  const at = rows.findIndex((row) => row === document.activeElement);
  if (at < 0) return key === "j" ? rows[0] : rows.at(-1);
  return rows[at + (key === "j" ? 1 : -1)];
}
