const shiftPresses = 3;
const withinMilliseconds = 5_000;

/**
 * "Exit this page": at a press, or three of Shift in five seconds, the page is
 * blank at once and replaced, so that Back does not lead to it. Where the site
 * that it leads to is slow, nothing is seen meanwhile.
 */
export function offerExit() {
  document.addEventListener("click", (event) => {
    if (!(event.target as Element | null)?.closest("[data-heard-exit]")) return;
    event.preventDefault();
    leave();
  });
  countShift((left) => {
    if (left === 0) return leave();
    const { heardMore = "", heardOnce = "" } = findExit()?.dataset ?? {};
    say(left === 1 ? heardOnce : heardMore.replace("{count}", String(left)));
  });
  // Left in a hurry and brought alive by Back: it is asked for anew, and not shown as it was.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && document.body.classList.contains(hidden))
      location.reload();
  });
}

const hidden = "govuk-exit-this-page-hide-content";

/** A form that comes back takes the old one's place, so the link is looked for each time. */
function findExit() {
  return document.querySelector<HTMLAnchorElement>("[data-heard-exit]");
}

function say(text = "") {
  const status = document.querySelector("[data-heard-exit-status]");
  if (status) status.textContent = text;
}

function leave() {
  const exit = findExit();
  if (!exit) return;
  say(exit.dataset.heardExiting);
  document.title = "";
  document.body.classList.add(hidden);
  location.replace(exit.href);
}

/** Shift by itself: with another key it is only a capital letter. */
function countShift(onPress: (left: number) => void) {
  let presses = 0;
  let isAlone = false;
  let lapse: ReturnType<typeof setTimeout> | undefined;
  const forget = () => {
    clearTimeout(lapse);
    presses = 0;
  };
  addEventListener("keydown", ({ key, repeat }) => {
    isAlone = key === "Shift" && (repeat ? isAlone : true);
    if (key !== "Shift") forget();
  });
  addEventListener("keyup", ({ key }) => {
    if (key !== "Shift" || !isAlone) return;
    if (presses === 0)
      lapse = setTimeout(() => {
        forget();
        say();
      }, withinMilliseconds);
    presses += 1;
    onPress(shiftPresses - presses);
    if (presses === shiftPresses) forget();
  });
}
