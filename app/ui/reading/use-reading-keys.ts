import { useEffect, useState, useSyncExternalStore } from "react";
import {
  areSingleKeysOn,
  isForSomethingElse,
  takesText,
  turnSingleKeys,
} from "#app/enhance/single-keys.ts";

/** What the keys of a response's page do, as its list of keys tells it. */
export const readingKeys = [
  { keys: ["1", "–", "9"], does: "The decisions, in their order" },
  { keys: ["j", "k"], does: "The next response of the list, the one before" },
  { keys: ["t"], does: "Find a tag, for the text that is selected if one is" },
  { keys: ["f"], does: "Somebody may be at risk" },
  { keys: ["u"], does: "Take my last decision back" },
  { keys: ["/"], does: "Search" },
  { keys: ["?"], does: "This list" },
  { keys: ["Esc"], does: "Leave a field or this list" },
  { keys: ["Ctrl", "Enter"], does: "Save what stands in the notes" },
];

type ReadingKeys = {
  areOn: boolean;
  turn: (areOn: boolean) => void;
  isListOpen: boolean;
  setListOpen: (isOpen: boolean) => void;
};

/**
 * Single keys for the work on a response: each presses what stands on the page,
 * marked by `data-key` or `data-key-target`, so that a key can do nothing that a
 * hand cannot. They keep still while somebody types, and can be switched off.
 */
export function useReadingKeys(): ReadingKeys {
  const areOn = useSyncExternalStore(
    followSetting,
    areSingleKeysOn,
    () => false,
  );
  const [isListOpen, setListOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "Enter" && event.ctrlKey) return saveNotes(event);
      if (isForSomethingElse(event)) return;
      const isHelp = event.key === "?";
      if (!isHelp && !areOn) return;
      const act = isHelp ? () => setListOpen(true) : actionOf(event.key);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [areOn]);
  return { areOn, turn: turnSingleKeys, isListOpen, setListOpen };
}

function followSetting(tell: () => void) {
  window.addEventListener("storage", tell);
  return () => window.removeEventListener("storage", tell);
}

function actionOf(key: string): (() => void) | undefined {
  const pressed = find(`[data-key="${CSS.escape(key)}"]`);
  if (pressed) return () => pressed.click();
  switch (key) {
    case "t":
      return findTag;
    case "f":
      return raiseFlag;
    default:
      return undefined;
  }
}

function find(selector: string): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(selector) ?? undefined;
}

/** For the selection where there is one that can be tagged, else for the whole response. */
function findTag() {
  const forSelection = find(".heard-tag-selection");
  if (forSelection) return forSelection.click();
  const field = find("#tags [data-key-target=tags]");
  field?.scrollIntoView({ block: "nearest" });
  field?.focus();
}

/** Opens the form and stands in it: nothing is flagged by one slip of a finger. */
function raiseFlag() {
  const flag = find("[data-key-target=flag]");
  if (!(flag instanceof HTMLDetailsElement)) return;
  flag.open = true;
  flag.scrollIntoView({ block: "nearest" });
  flag.querySelector("textarea")?.focus();
}

function saveNotes(event: KeyboardEvent) {
  const { target } = event;
  if (!(target instanceof HTMLElement) || !takesText(target)) return;
  const save = target
    .closest(".heard-part")
    ?.querySelector("button[formaction]");
  if (!(save instanceof HTMLButtonElement)) return;
  event.preventDefault();
  save.click();
}
