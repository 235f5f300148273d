import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import { expectHeading } from "./setup/question-page.ts";
import { signInAs } from "./setup/review-team.ts";

const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();

const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("link", { name }).first().click();

const role = "In what role are you sending evidence?";

const pagesOf = (page: Page) => page.locator("#pages .heard-ordered__words a");

test("a rule is made choice by choice, and pages are moved by keyboard and by hand", async ({
  page,
  db,
  expectAccessible,
  javaScriptEnabled,
}) => {
  const word = javaScriptEnabled ? "sorrel" : "yarrow";
  await signInAs(page, db, `Robin ${word}`, "lead");
  await page.goto("/review/calls/new");
  await page.getByRole("radio", { name: /^Call for Evidence/ }).check();
  await page.getByLabel("What the call is called").fill(`About ${word}`);
  await page.getByLabel("The end of its web address").fill(`about-${word}`);
  await press(page, "Make the call");
  const editor = `/review/calls/about-${word}/edit`;

  await test.step("who is asked a page is decided by an answer before it", async () => {
    await page.goto(editor);
    await pagesOf(page).last().click();
    await press(page, "Save it and make a rule for who is asked");
    await expectHeading(page, "Which answer should it look at?");
    await expectAccessible(page);
    await follow(page, role);
    await expectAccessible(page);
    await follow(page, "is one of several");
    await press(page, "Save");
    await expectAccessible(page);
    await page.getByRole("checkbox").first().check();
    await press(page, "Save");
    await expect(page.getByText("the page is shown by it")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("whoever moves a page stays at its button, and its name says the place", async () => {
    await page.goto(editor);
    const second = await pagesOf(page).nth(1).textContent();
    await page.locator("[id^=up-]").nth(1).focus();
    for (const place of [2, 1]) {
      await page.keyboard.press("Enter");
      await expect(page.getByRole("alert")).toContainText(`number ${place} of`);
      await expect(page.locator(":focus")).toContainText(`is ${place} of`);
    }
    await expect(pagesOf(page).nth(2)).toHaveText(second ?? "");
    await expectAccessible(page);
  });

  // An addition of the script: all of it is done by buttons and numbers too.
  if (!javaScriptEnabled) return;
  await test.step("what is dragged to another place is saved there", async () => {
    const first = (await pagesOf(page).first().textContent()) ?? "";
    const items = page.locator("#pages .heard-ordered__item");
    await items
      .first()
      .locator(".heard-drag")
      .dragTo(items.nth(2), {
        targetPosition: { x: 60, y: 40 },
      });
    await expect(page.getByText("The order is saved")).toBeVisible();
    await expect(pagesOf(page).nth(2)).toHaveText(first);
  });

  await test.step("an option is dragged with its hint, and the empty boxes stay", async () => {
    await pagesOf(page).filter({ hasText: role }).click();
    await follow(page, role);
    // Both ends of the way are seen, so that nothing scrolls while the hand is down.
    await page.setViewportSize({ width: 1280, height: 1600 });
    await page.locator(".heard-option-hint summary").first().click();
    await page.locator("#optionHint").fill("On paper or not");
    const second = await page.locator("#optionLabel-2").inputValue();
    await page
      .locator(".heard-drag")
      .first()
      .dragTo(page.locator(".heard-ordered > li").nth(2), {
        targetPosition: { x: 200, y: 90 },
      });
    await expect(page.getByText("The question is saved")).toBeVisible();
    await expect(page.locator("#optionLabel")).toHaveValue(second);
    await expect(page.locator("#optionHint-3")).toHaveValue("On paper or not");
    await expectAccessible(page);
  });
});
