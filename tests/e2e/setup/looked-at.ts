import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";

/**
 * What a machine's eye on accessibility judges of a page: its elements, their
 * attributes and its words. Two pages with the same of all this differ in
 * numbers, references and addresses alone, of which no rule asks.
 *
 * @param html without the page's own scripts
 */
function whatIsJudged(html: string): string {
  return html
    .replaceAll(/ nonce="[^"]*"/g, "")
    .replaceAll(/ (href|action|value|datetime)="[^"#][^"]*"/g, ' $1="x"')
    .replaceAll(/>[^<]+/g, (words) =>
      words
        .replaceAll(/\b[A-Z](-[A-Z0-9]{4}){2}\b/g, "R")
        .replaceAll(/\d+/g, "0"),
    );
}

/** What is judged of a page as it stands on the screen, and what a script or a person did to it that no attribute tells. */
export async function nameOfState(page: Page, html: string): Promise<string> {
  const state = await page.evaluate(() => {
    const all = Array.from(document.querySelectorAll("*"));
    const { activeElement, body } = document;
    return JSON.stringify([
      ...[window.innerWidth, matchMedia("(forced-colors: active)").matches],
      activeElement && activeElement !== body && all.indexOf(activeElement),
      ...all.flatMap((one, at) => (one.matches(":checked, :target") ? at : [])),
    ]);
  });
  return createHash("sha256")
    .update(state)
    .update(whatIsJudged(html))
    .digest("hex");
}

/** Beside the run's migrated database, for all its workers; gone with it. */
const folder = () =>
  path.join(path.dirname(process.env.HEARD_TEST_MIGRATED ?? ""), "looked-at");

/** Whether the same was found good in this run: by a browser with JavaScript, where a page has no script of its own it is the same without. */
export const wasFoundGood = (name: string) =>
  existsSync(path.join(folder(), name));

export function noteFoundGood(name: string) {
  mkdirSync(folder(), { recursive: true });
  writeFileSync(path.join(folder(), name), "");
}
