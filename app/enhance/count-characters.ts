import type { AskingPage } from "./asking-page.ts";
import { makeTimer } from "./timer.ts";
import type { KeepingWords } from "./words.ts";

/** Nobody needs a number while there is room. */
const toldFrom = 0.75;
/** Long enough that a screen reader is not spoken over with every letter. */
const pauseMilliseconds = 1_000;
const numbers = new Intl.NumberFormat("en-GB");

/** As the server counts: code points, a line end as one, blanks around the text left out. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _character of text.replace(/\r\n?/g, "\n").trim().normalize("NFC"))
    count += 1;
  return count;
}

/** What is left of a limit, or how much is too much; empty where it need not be told. */
export function describeCount(
  count: number,
  most: number,
  words: KeepingWords,
): string {
  if (count < most * toldFrom) return "";
  const left = most - count;
  if (left === 1) return words.characterLeft;
  if (left === -1) return words.characterOver;
  const text = left < 0 ? words.charactersOver : words.charactersLeft;
  return text.replace("{count}", numbers.format(Math.abs(left)));
}

/** Counts below each long text while it is typed. Without this the limit stands there in words. */
export function countTyped({ form, words, gone }: AskingPage) {
  for (const box of form.querySelectorAll<HTMLTextAreaElement>(
    "textarea[data-heard-most]",
  )) {
    const most = Number(box.dataset["heardMost"]);
    const group = box.parentElement;
    const shown = group?.querySelector<HTMLElement>("[data-heard-count]");
    const said = group?.querySelector<HTMLElement>("[data-heard-counted]");
    const timer = makeTimer(gone);
    const show = () => {
      // No text is more characters than code units: most of what is typed needs no counting.
      const isShort = box.value.length < most * toldFrom;
      const count = isShort ? 0 : countCharacters(box.value);
      const text = describeCount(count, most, words);
      if (shown) {
        shown.textContent = text;
        shown.hidden = text === "";
        shown.classList.toggle("heard-count--over", count > most);
      }
      timer.start(pauseMilliseconds, () => {
        if (said) said.textContent = text;
      });
    };
    box.addEventListener("input", show, { signal: gone });
    show();
  }
}
