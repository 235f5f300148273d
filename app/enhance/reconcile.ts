import { cameBy } from "./came-back.ts";
import { quotesOf, readBase, writeRendering } from "./asking-page.ts";
import {
  copyNow,
  type Keeping,
  mayKeep,
  noVersion,
  saveNow,
} from "./keep-typed.ts";
import {
  decideOnCopy,
  type LocalCopy,
  type PageAddress,
  readCopy,
  removeCopy,
  writeCopy,
} from "./local-copy.ts";
import { showNotice } from "./page-notice.ts";
import { fillForm, isSameTyped, readTyped } from "./typed-fields.ts";

/**
 * Brings together what the server shows and what this browser kept of the
 * same page: a reload asks for the page before its last save has arrived, and
 * a lost line leaves the only text here.
 */
export function reconcile(keeping: Keeping) {
  const { page } = keeping;
  const { storage, address, form, served } = page;
  if (!storage || !mayKeep(keeping)) return;
  const refilled = takeRefilled(keeping);
  const copy = readCopy(storage, address) ?? refilled;
  const base = { ...readBase(page), served };
  const decision = copy && decideOnCopy(copy, base, Date.now());
  if (decision === "drop") {
    keeping.unheard = null;
    removeCopy(storage, address);
  }
  if (copy && decision === "restore" && isSameTyped(readTyped(form), served))
    return restore(keeping, copy);
  if (copy && decision && decision !== "drop") setAside(keeping, copy);
  offerWhatIsAside(keeping, storage);
}

/**
 * On reload and on Back a browser fills the boxes with what was in them, over
 * a page that may be newer. That text is a kept one, and is treated as such.
 */
function takeRefilled({ page, hasTyped }: Keeping): LocalCopy | undefined {
  const { form, served } = page;
  const typed = readTyped(form);
  const isAgain = cameBy(/reload|back_forward/);
  if (hasTyped || !isAgain || isSameTyped(typed, served)) return undefined;
  fillForm(form, served);
  const { draft } = readBase(page);
  return { draft, version: noVersion, at: Date.now(), typed, sent: null };
}

const asideOf = (address: PageAddress): PageAddress => ({
  ...address,
  page: `${address.page}#aside`,
});

/** Out of the way of what is typed from now on, and there until it is decided. */
function setAside(keeping: Keeping, copy: LocalCopy) {
  const { storage, address } = keeping.page;
  if (!storage) return;
  writeCopy(storage, asideOf(address), copy);
  removeCopy(storage, address);
  keeping.unheard = null;
}

function offerWhatIsAside(keeping: Keeping, storage: Storage) {
  const { page } = keeping;
  const aside = asideOf(page.address);
  const copy = readCopy(storage, aside);
  if (!copy) return;
  const base = { ...readBase(page), served: page.served };
  if (decideOnCopy(copy, base, Date.now()) === "drop")
    return removeCopy(storage, aside);
  offer(keeping, copy, () => removeCopy(storage, aside));
}

/** It was typed over what the page shows: nothing newer is covered by it. */
function restore(keeping: Keeping, copy: LocalCopy) {
  const { page } = keeping;
  const { form, served, words, rendering } = page;
  fillForm(form, copy.typed);
  writeRendering(page, copy.rendering ?? "");
  showNotice(form, {
    heading: words.restoredHeading,
    text: words.restoredText,
    actions: [
      {
        label: words.restoredUndo,
        run: () => changeTo(keeping, { typed: served, rendering }),
      },
    ],
  });
  void saveNow(keeping);
}

/** The page shows something that is newer: both stay in sight, and the person chooses. */
function offer(keeping: Keeping, copy: LocalCopy, decide: () => void) {
  const { page } = keeping;
  const { form, words } = page;
  showNotice(form, {
    heading: words.offerHeading,
    text: words.offerText,
    quotes: quotesOf(page, copy.typed),
    actions: [
      {
        label: words.offerTake,
        run: () => {
          decide();
          changeTo(keeping, copy);
        },
      },
      { label: words.offerLeave, run: decide },
    ],
  });
}

function changeTo(
  keeping: Keeping,
  { typed, rendering }: Pick<LocalCopy, "typed" | "rendering">,
) {
  fillForm(keeping.page.form, typed);
  writeRendering(keeping.page, rendering ?? "");
  copyNow(keeping);
  void saveNow(keeping);
}
