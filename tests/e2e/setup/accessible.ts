import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import { type CDPSession, expect, type Page } from "@playwright/test";
import { nameOfState, noteFoundGood, wasFoundGood } from "./looked-at.ts";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const source = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
/** One for each page, never ended: when a session ends, its page loses the passkey device that another gave it. */
const sessions = new WeakMap<Page, CDPSession>();
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The state on the screen breaks no rule of WCAG 2.2 AA that a machine can check; one that was found good in this run is not looked at again. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is not on a page any more is not on half of the next one either.
  await page.waitForLoadState();
  const name = await nameOfState(page, await withoutScripts(page));
  if (wasFoundGood(name)) return;
  await lookAt(page);
  noteFoundGood(name);
}

async function withoutScripts(page: Page) {
  const html = await page.content();
  return html.replace(/<script\b[\s\S]*?<\/script>/g, "");
}

async function lookAt(page: Page) {
  await bringAxe(page);
  const found = await page.evaluate(async (tags) => {
    const { violations } = await window.axe.run({
      runOnly: tags,
      resultTypes: ["violations"],
      // Only rules about recordings and turned screens read what it brings: a third of the time.
      preload: false,
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`),
    );
  }, rules);
  expect(found, await page.title()).toEqual([]);
}

/**
 * Into the page by the browser's own hand: a policy that lets no script in does
 * not hold it back, and the browser remembers what it has read before, which it
 * does not of what Playwright evaluates.
 */
async function bringAxe(page: Page) {
  const session =
    sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const { exceptionDetails } = await session.send("Runtime.evaluate", {
    expression: `${source};0`,
  });
  expect(exceptionDetails).toBeUndefined();
}

/**
 * The same of a page whose browser runs no scripts: axe is one, so it looks at
 * a copy of the page, without the page's own scripts, in a browser that runs some.
 * A page that no script changes was mostly found good in one already. What a copy
 * shows is less than the page, so of copies nothing is noted.
 *
 * @param openAuditor opens the browser that runs scripts, once for a test
 */
export async function expectCopyAccessible(
  page: Page,
  openAuditor: () => Promise<Page>,
) {
  const html = await withoutScripts(page);
  if (wasFoundGood(await nameOfState(page, html))) return;
  const auditor = await openAuditor();
  // What stands after # is never asked of a server.
  const [address = ""] = page.url().split("#");
  const isPage = (url: URL) => url.href === address;
  await auditor.route(isPage, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
  );
  await auditor.goto(address);
  expect(await auditor.title()).toBe(await page.title());
  await auditor.waitForLoadState();
  await lookAt(auditor);
  await auditor.unrouteAll();
}
