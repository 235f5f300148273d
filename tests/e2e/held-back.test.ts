import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import {
  continueOn,
  readReference,
  sendAdvice,
  skipQuestionsAboutYou,
} from "./setup/question-page.ts";
import { givenAdvice, signInAs } from "./setup/review-team.ts";

const says = "Listen to the youngest first.";

/** Fills in whatever there is to fill in, as programs do. */
async function sendAsAMachine(page: Page) {
  await page.goto("/respond/call-for-advice/about-you");
  await page.getByRole("radio").first().check();
  await continueOn(page);
  await page.getByRole("textbox").fill(says);
  await continueOn(page);
  await page.goto("/respond/call-for-advice/quoting");
  await page.getByRole("radio").first().check();
  await continueOn(page);
  await page.goto("/respond/call-for-advice/check");
  await page.locator("[name=further-remark]").fill("https://pills.example");
}

test("what a machine sends gets its receipt, and stands in the queue once whoever leads lets it in", async ({
  page,
  db,
  openBrowser,
  expectAccessible,
}) => {
  const other = await givenAdvice(db, says, new Date("2003-01-01"));
  const sender = await openBrowser();
  await sendAsAMachine(sender);
  await expectAccessible(sender);
  await sendAdvice(sender);
  await skipQuestionsAboutYou(sender);
  const reference = await readReference(sender);

  await signInAs(page, db, "Fay Farrow", "lead");
  const heading = page.getByRole("heading", { level: 1 });
  const search = (sought: string) => page.goto(`/review/queue?q=${sought}`);
  await search(other.reference);
  await expect(heading).toContainText(other.reference);
  await search(reference);
  await expect(heading).toHaveText(reference);

  await page.getByRole("link", { name: /^Quarantine/ }).click();
  const held = page.getByRole("listitem").filter({ hasText: reference });
  await expect(held).toContainText("a field that people do not see");
  await expectAccessible(page);
  await held.getByRole("link", { name: reference }).click();
  await expect(heading).toHaveText(reference);
  await expect(page.getByText(says)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: `Let in ${reference}` }).click();
  await expect(page.getByText(`${reference} is let in`)).toBeVisible();
  await search(reference);
  await expect(heading).toContainText(reference);
});
