import { awaitsChoice, bodyOf, readBase, writeBase } from "./asking-page.ts";
import { type Keeping, mayKeep } from "./keep-typed.ts";
import { newDraftMark, readCopy, wasForgottenSince } from "./local-copy.ts";
import { type SaveReply, saveTyped } from "./save-typed.ts";
import { fillForm, readTyped, type TypedFields } from "./typed-fields.ts";

/** How a page came to be in this browser; Back may show an old copy of it, with the boxes filled again. */
export function cameBy(types: RegExp): boolean {
  return performance
    .getEntriesByType("navigation")
    .some(
      (entry) =>
        entry instanceof PerformanceNavigationTiming && types.test(entry.type),
    );
}

/**
 * After Back only the server knows of the text in the boxes whether it is
 * saved, or whether its draft was deleted or sent. It is asked by a save that is
 * older than any: that changes nothing which is saved.
 *
 * @returns whether there is nothing more to bring together.
 */
export async function askAfterBack(keeping: Keeping): Promise<boolean> {
  const { page, hasTyped } = keeping;
  const typed = readTyped(page.form);
  if (hasTyped || typed.length === 0 || !cameBy(/^back_forward$/)) return false;
  if (!mayKeep(keeping) || hasCopy(keeping) || awaitsChoice(page)) return false;
  const wasForgotten = wasEverForgotten(keeping);
  const { saveTo } = page;
  // From before there was a draft: asking would begin one with what was deleted.
  if (wasForgotten && (!saveTo || readBase(page).draft === newDraftMark))
    return openAnew(keeping);
  // There would be a copy of it, had a button not saved it.
  if (!saveTo) fillForm(page.form, page.served);
  if (!saveTo) return false;
  const reply = await askServer(keeping, saveTo, typed);
  if (page.gone.aborted || keeping.hasLetGo) return true;
  // With the last draft its cookie went, and without it nothing is told.
  if (reply.kind === "gone" || (reply.kind === "refused" && wasForgotten))
    return openAnew(keeping);
  if (reply.kind !== "saved") return false;
  writeBase(page, reply);
  keeping.saved = typed;
  return true;
}

function askServer(
  keeping: Keeping,
  saveTo: string,
  typed: TypedFields,
): Promise<SaveReply> {
  const body = bodyOf(keeping.page, typed);
  body.set("version", "0");
  const asking = saveTyped(saveTo, body, { isLeaving: false });
  keeping.underWay = asking.then(() => undefined);
  return asking;
}

function hasCopy({ page: { storage, address } }: Keeping): boolean {
  return storage !== undefined && readCopy(storage, address) !== undefined;
}

/** These answers, or those that this page began, were deleted or sent in this browser, whenever that was. */
function wasEverForgotten({ page }: Keeping): boolean {
  const { storage, address } = page;
  if (!storage) return false;
  const { call } = address;
  return [address, { call, draft: readBase(page).draft }].some((of) =>
    wasForgottenSince(storage, of, 0),
  );
}

/** What the page holds is to be seen no more; the server knows what is. */
export function openAnew(keeping: Keeping): true {
  keeping.hasLetGo = true;
  keeping.page.form.setAttribute("hidden", "");
  // Without the fragment, or the page would only scroll.
  location.replace(location.pathname + location.search);
  return true;
}
