import type { Page } from "@playwright/test";
import { continueTo } from "./question-page.ts";

export const whatFirst = "What should the review look at first, and why?";
export const howListen = "How should we listen";

/** A person who has come to the first question in their own words. */
export async function comeToWords(page: Page) {
  await page.goto("/respond/call-for-advice");
  await page.getByRole("radio", { name: "Someone else" }).check();
  await continueTo(page, whatFirst);
  return page.getByRole("textbox");
}

/** The copies that the browser holds of what is typed. */
export function keptTexts(page: Page) {
  return page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith("heard:typed:"))
      .map((key) => localStorage.getItem(key)),
  );
}

/** What the page says of keeping: one of several live regions. */
export function keepingStatus(page: Page) {
  return page.locator("[data-heard-status]");
}
