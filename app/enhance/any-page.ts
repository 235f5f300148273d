import { offerCopying } from "./copy-code.ts";
import { helpErrorSummary } from "./error-summary.ts";
import {
  dropOldCopies,
  forgetCopies,
  newDraftMark,
  noteForgotten,
  openStorage,
} from "./local-copy.ts";

/** What a script can do for each page, whether it asks anything or not. */
export function enhanceAnyPage() {
  helpErrorSummary();
  forgetWhereAsked();
  offerCopying();
}

/** What a page says after sending or deleting: nothing typed stays in this browser. */
function forgetWhereAsked() {
  const storage = openStorage();
  const asked = document.querySelector<HTMLElement>("[data-heard-forget]");
  const { heardForget: call, heardDraft: draft } = asked?.dataset ?? {};
  if (!storage) return;
  dropOldCopies(storage, Date.now());
  if (!call) return;
  forgetCopies(storage, { call, ...(draft && { draft }) }, Date.now());
  // Of what was deleted the server cannot say which page began it.
  if (asked?.dataset.heardDeleted !== undefined)
    noteForgotten(storage, { call, draft: newDraftMark }, Date.now());
}
