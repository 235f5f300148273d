/** At any of these React takes a page over at once, where it has begun to. */
const discrete = [
  ...["keydown", "keypress", "keyup", "input", "change", "submit", "reset"],
  ...["click", "auxclick", "dblclick", "contextmenu", "mousedown", "mouseup"],
  ...["pointerdown", "pointerup", "pointercancel"],
  ...["touchstart", "touchend", "touchcancel"],
  ...["compositionstart", "compositionend", "beforeinput", "textInput"],
  ...["copy", "cut", "paste", "dragstart", "dragend", "drop"],
] as const;

/**
 * Keeps what a person does from React until it can take the page over; the page
 * does with it what it does without script. Remix waits for its data with no
 * boundary to wait in, and a key pressed meanwhile ended the script of the page:
 * "Root did not complete" (docs/decisions/356).
 */
export function holdEventsUntil(isReady: () => boolean) {
  const hold = (event: Event) => {
    if (!isReady()) return event.stopImmediatePropagation();
    for (const type of discrete) removeEventListener(type, hold, true);
  };
  for (const type of discrete) addEventListener(type, hold, true);
}
