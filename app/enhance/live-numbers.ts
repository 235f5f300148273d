import { makeTimer } from "./timer.ts";

/** What the page hands over: where to ask, how many had come in, and what is said of more. */
type Live = {
  address: string;
  arrived: number;
  one: string;
  /** With `{count}` where the number goes. */
  many: string;
  show: string;
  showHref: string;
};

type Numbers = {
  arrived: number;
  numbers: Record<string, string>;
  /** Labels in the masthead, by their addresses. */
  links: Record<string, string>;
};

const betweenMilliseconds = 30_000;

/** Keeps the numbers of an open list as they are now while it is looked at; the list itself stays as it is. */
export function keepNumbers() {
  const status = document.querySelector<HTMLElement>("[data-heard-live]");
  if (!status) return;
  const live = JSON.parse(status.dataset.heardLive ?? "{}") as Live;
  const gone = new AbortController();
  const timer = makeTimer(gone.signal);
  let etag = "";
  const ask = async () => {
    const reply = await fetch(live.address, {
      headers: etag === "" ? {} : { "If-None-Match": etag },
      cache: "no-store",
      redirect: "error",
    });
    if (reply.status >= 400 && reply.status < 500) gone.abort();
    if (!reply.ok) return;
    etag = reply.headers.get("ETag") ?? "";
    show(status, live, (await reply.json()) as Numbers);
  };
  const next = () => {
    if (gone.signal.aborted || document.visibilityState === "hidden") return;
    // Signed out or offline: the numbers are as old as the page, as they would be without this.
    timer.start(betweenMilliseconds, () =>
      ask()
        .catch(() => undefined)
        .finally(next),
    );
  };
  document.addEventListener("visibilitychange", () => {
    timer.stop();
    next();
  });
  next();
}

function show(status: HTMLElement, live: Live, found: Numbers) {
  for (const one of document.querySelectorAll<HTMLElement>(
    "[data-heard-number]",
  ))
    write(one, found.numbers[one.dataset.heardNumber ?? ""]);
  for (const [href, label] of Object.entries(found.links))
    for (const link of document.querySelectorAll<HTMLElement>(
      `nav a[href="${CSS.escape(href)}"]`,
    ))
      write(link, label);
  const arrived = found.arrived - live.arrived;
  if (arrived > 0) tell(status, live, arrived);
}

/** What is said already is not said again. */
function tell(status: HTMLElement, live: Live, arrived: number) {
  const number = arrived.toLocaleString("en-GB");
  const words = arrived === 1 ? live.one : live.many.replace("{count}", number);
  if (status.textContent?.startsWith(words)) return;
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = live.showHref;
  link.textContent = live.show;
  const hadFocus = status.contains(document.activeElement);
  status.replaceChildren(`${words} `, link);
  if (hadFocus) link.focus();
}

function write(place: HTMLElement, text: string | undefined) {
  if (text !== undefined && place.textContent !== text)
    place.textContent = text;
}
