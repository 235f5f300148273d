import {
  type AskingPage,
  findAskingPage,
  findForm,
  isUnsaved,
} from "./asking-page.ts";
import { askAfterBack, openAnew } from "./came-back.ts";
import {
  copyNow,
  isForgotten,
  keepTyped,
  type Keeping,
  letGo,
  mayKeep,
  saveNow,
} from "./keep-typed.ts";
import { isKeepingOn, switchKeeping } from "./local-copy.ts";
import { countTyped } from "./count-characters.ts";
import { offerExit } from "./leave-page.ts";
import { enhanceAnyPage } from "./any-page.ts";
import { offerUploads } from "./offer-uploads.ts";
import { reconcile } from "./reconcile.ts";
import { sendByScript } from "./send-page.ts";
import {
  fillForm,
  isSameTyped,
  readTyped,
  type TypedFields,
} from "./typed-fields.ts";

/**
 * What the browser runs on a page of questions. The page works without it: it
 * attaches to what the server wrote and draws none of it anew.
 */
function start() {
  const gone = new AbortController();
  enhanceAnyPage();
  const page = findAskingPage(gone.signal);
  if (!page) return;
  const say = makeSpeaker();
  const keeping = keepTyped(page, say);
  const showGivenBack = (given: Document, later: TypedFields | undefined) => {
    gone.abort();
    takePlace(given);
    const form = findForm();
    if (form && later) fillForm(form, later);
    start();
  };
  sendByScript(page, { keeping, say, showGivenBack });
  followPage(keeping);
  offerSwitch(keeping);
  followKeepSaved(keeping);
  countTyped(page);
  offerUploads(page);
  whenShown(page, () => void bringTogether(keeping));
}

async function bringTogether(keeping: Keeping) {
  const { page } = keeping;
  if (await askAfterBack(keeping)) return;
  reconcile(keeping);
  if (isUnsaved(page) || !page.saveTo) copyNow(keeping);
  // Typed before this script was there.
  if (!isSameTyped(readTyped(page.form), page.served)) void saveNow(keeping);
}

/** Only then has a browser put back what it puts back by itself. */
function whenShown({ gone }: AskingPage, run: () => void) {
  if (document.readyState === "complete") return run();
  addEventListener("pageshow", run, { once: true, signal: gone });
}

/** The server's own page, in the place of the one that was sent; its address is the same. */
function takePlace(given: Document) {
  const here = document.querySelector(".heard-page__body");
  const there = given.querySelector(".heard-page__body");
  if (!here || !there) return;
  here.replaceWith(document.adoptNode(there));
  document.title = given.title;
  scrollTo(0, 0);
  document
    .querySelector<HTMLElement>(".govuk-error-summary, [data-heard-result]")
    ?.focus();
}

/** Phones end a page after it is hidden and tell it nothing more; Safari leaves out one event or the other. */
function followPage(keeping: Keeping) {
  const { page } = keeping;
  const onLeaving = () => {
    if (!mayKeep(keeping)) return;
    copyNow(keeping);
    void saveNow(keeping, true);
  };
  const { gone: signal } = page;
  addEventListener("pagehide", onLeaving, { signal });
  document.addEventListener(
    "visibilitychange",
    () => document.visibilityState === "hidden" && onLeaving(),
    { signal },
  );
  addEventListener("online", () => void saveNow(keeping), { signal });
  addEventListener(
    "pageshow",
    (event) => event.persisted && onShownAgain(keeping),
    { signal },
  );
}

/** Back to a page that was left alive: what it holds may have been sent or deleted since. */
function onShownAgain(keeping: Keeping) {
  const { page } = keeping;
  const { form } = page;
  if (isForgotten(page)) return void openAnew(keeping);
  keeping.hasLetGo = false;
  if (!page.saveTo) return;
  keeping.unheard = readTyped(form);
  void saveNow(keeping);
}

/** A link that leaves what is saved as it is: what is typed goes. */
function followKeepSaved(keeping: Keeping) {
  const { form, gone: signal } = keeping.page;
  form
    .querySelector("[data-heard-keep-saved]")
    ?.addEventListener("click", () => letGo(keeping), { signal });
}

/** A polite live region, which speaks only when there is something new. */
function makeSpeaker() {
  const status = document.querySelector<HTMLElement>("[data-heard-status]");
  return (text: string) => {
    if (status && status.textContent !== text) status.textContent = text;
  };
}

/** Told beforehand, and off at one press. */
function offerSwitch(keeping: Keeping) {
  const { page } = keeping;
  const told = document.querySelector<HTMLElement>("[data-heard-told]");
  const button = document.querySelector<HTMLElement>("[data-heard-switch]");
  document
    .querySelector<HTMLElement>("[data-heard-plain]")
    ?.setAttribute("hidden", "");
  document
    .querySelector<HTMLElement>("[data-heard-keep]")
    ?.removeAttribute("hidden");
  const show = () => showSwitch(page, told, button);
  show();
  button?.addEventListener(
    "click",
    () => {
      const { storage } = page;
      if (!storage) return;
      switchKeeping(storage, !isKeepingOn(storage));
      show();
      keeping.say("");
      copyNow(keeping);
      void saveNow(keeping);
    },
    { signal: page.gone },
  );
}

function showSwitch(
  { storage, words }: AskingPage,
  told: HTMLElement | null,
  button: HTMLElement | null,
) {
  const isOn = !storage || isKeepingOn(storage);
  if (told) told.textContent = isOn ? words.keeping : words.off;
  if (button) button.textContent = isOn ? words.turnOff : words.turnOn;
}

offerExit();
start();
