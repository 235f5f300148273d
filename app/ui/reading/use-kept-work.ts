import { useEffect } from "react";
import { responseFormAddress } from "#app/addresses.ts";

/** What nobody waits for longer when they follow a link. */
const patienceMilliseconds = 3_000;

/**
 * Keeps what stands unsaved in the page's form when its reader leaves by a link,
 * as a press of any of its buttons does. Where it cannot be kept, and where the
 * page is closed, the browser asks. Without JavaScript a link still loses it.
 */
export function useKeptWork(formId: string, reference: string) {
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return undefined;
    return keepOnLeaving(form, responseFormAddress(reference, "claim"));
  }, [formId, reference]);
}

function keepOnLeaving(form: HTMLFormElement, address: string) {
  const work = unsavedWork(form, address);
  const listeners = new AbortController();
  const { signal } = listeners;
  const followKept = (event: MouseEvent) => {
    const link = linkThatLeaves(event);
    if (!link || !work.isUnkept()) return;
    event.preventDefault();
    void work
      .keep({ signal: AbortSignal.timeout(patienceMilliseconds) })
      .finally(() => window.location.assign(link.href));
  };
  const keepWhenHidden = () => {
    if (document.visibilityState === "hidden" && work.isUnkept())
      void work.keep({ keepalive: true });
  };
  const askFirst = (event: BeforeUnloadEvent) => {
    if (work.isUnkept()) event.preventDefault();
  };
  document.addEventListener("click", followKept, { signal });
  document.addEventListener("visibilitychange", keepWhenHidden, { signal });
  window.addEventListener("beforeunload", askFirst, { signal });
  form.addEventListener("submit", () => work.setSending(true), { signal });
  form.addEventListener("input", () => work.setSending(false), { signal });
  return () => listeners.abort();
}

/** What stands in the form, and whether the server has it. */
function unsavedWork(form: HTMLFormElement, address: string) {
  let kept = "";
  let isSending = false;
  const read = () => new URLSearchParams(fieldsOf(form)).toString();
  return {
    isUnkept: () => !isSending && isTouched(form) && read() !== kept,
    /** A press of a button of the form sends all of it. */
    setSending(value: boolean) {
      isSending = value;
    },
    async keep(options: RequestInit) {
      const fields = read();
      const body = new URLSearchParams(`${fields}&intent=keep`);
      const init = { method: "POST", body, ...options };
      const answer = await fetch(address, init).catch(() => undefined);
      if (answer?.ok) kept = fields;
    },
  };
}

function fieldsOf(form: HTMLFormElement): [name: string, value: string][] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as [string, string]] : [],
  );
}

/** Whether anything in a form is other than the page came with. */
function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement)
      return field.value !== field.defaultValue;
    if (field instanceof HTMLInputElement)
      return (
        field.value !== field.defaultValue ||
        field.checked !== field.defaultChecked
      );
    if (!(field instanceof HTMLSelectElement)) return false;
    const byDefault = [...field.options].findIndex(
      ({ defaultSelected }) => defaultSelected,
    );
    return field.selectedIndex !== Math.max(0, byDefault);
  });
}

/** The link that a plain click on it opens in the place of this page. */
function linkThatLeaves(event: MouseEvent): HTMLAnchorElement | undefined {
  const isPlain =
    event.button === 0 &&
    !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const link =
    event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!isPlain || event.defaultPrevented) return undefined;
  if (!(link instanceof HTMLAnchorElement)) return undefined;
  if (link.target !== "" || link.hasAttribute("download")) return undefined;
  const isOnThisPage =
    link.hash !== "" && link.href.replace(link.hash, "") === pageAddress();
  return isOnThisPage ? undefined : link;
}

function pageAddress(): string {
  const { href, hash } = window.location;
  return hash === "" ? href : href.replace(hash, "");
}
