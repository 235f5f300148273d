import type { Locator, Page } from "@playwright/test";
import { retype } from "./question-page.ts";

/** A person who has a keyboard and nothing else: what Tab does not come to, they do not have. */
export function openKeyboard(page: Page) {
  async function reach(target: Locator) {
    for (let presses = 0; presses < 60; presses += 1) {
      const key = await target.first().evaluate(keyTowards);
      if (!key) return;
      await page.keyboard.press(key);
    }
    throw new Error(`The keyboard does not get to ${String(target)}`);
  }
  return {
    reach,
    async follow(name: string | RegExp) {
      await reach(page.getByRole("link", { name }));
      await page.keyboard.press("Enter");
    },
    async press(name: string | RegExp) {
      await reach(page.getByRole("button", { name }));
      await page.keyboard.press("Enter");
    },
    async choose(name: string | RegExp) {
      await reach(page.getByRole("radio"));
      await page.keyboard.press("Space");
      const chosen = page.getByRole("radio", { name, checked: true });
      for (let moves = 0; moves < 10; moves += 1) {
        if (await chosen.count()) return;
        await page.keyboard.press("ArrowDown");
      }
      throw new Error(`The arrows do not get to ${String(name)}`);
    },
    async write(target: Locator, words: string) {
      await reach(target);
      await retype(target, words);
    },
    /** By what the browser shows to choose files from, which Space opens. */
    async addFile(label: string, name: string, words: string) {
      // Asked for before the way there: a browser that is quick would have opened its own.
      const choosing = page.waitForEvent("filechooser");
      await reach(page.getByLabel(label));
      await page.keyboard.press("Space");
      const buffer = Buffer.from(words);
      const file = { name, mimeType: "text/plain", buffer };
      await (await choosing).setFiles(file);
    },
  };
}

/**
 * Back to what stands before, and never over the end of the page: there
 * Firefox goes to its own buttons, and the driver's keys to a page that has
 * lost them, where Enter presses nothing.
 */
function keyTowards(element: Element) {
  const { activeElement } = document;
  if (element === activeElement) return undefined;
  if (!activeElement || !document.hasFocus())
    throw new Error("The keyboard has left the page");
  const place = element.compareDocumentPosition(activeElement);
  return place & Node.DOCUMENT_POSITION_FOLLOWING ? "Shift+Tab" : "Tab";
}
