import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import { givenAdvice, signInAs } from "./setup/review-team.ts";

const isNoWider = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

test("a flag is a case: one takes it up and passes it on, two close it, and its response is back", async ({
  page,
  db,
  openBrowser,
  expectAccessible,
}) => {
  const other = await givenAdvice(db, "Not safe.", new Date("2001-01-01"));
  const words = "I will not go home tonight.";
  const { reference } = await givenAdvice(db, words, new Date("2001-01-02"));
  const reader = await openBrowser();
  await signInAs(reader, db, "Abe Ashdown");
  for (const one of [other.reference, reference]) {
    await reader.goto(`/review/responses/${one}`);
    await reader.locator("#work").getByText("Somebody may be at risk").click();
    if (one === reference)
      await reader.getByLabel("A child may be at risk").check();
    await reader.getByRole("button", { name: "Flag for safeguarding" }).click();
    await expect(reader.getByText("What you do now")).toBeVisible();
  }
  await expect(
    reader.getByRole("link", { name: "Work on the case" }),
  ).toHaveCount(0);

  await page.setViewportSize({ width: 320, height: 800 });
  await signInAs(page, db, "Lou Larch", "lead");
  const look = async () => {
    await expectAccessible(page);
    expect(await isNoWider(page)).toBe(true);
  };
  await page.getByRole("link", { name: /^Safeguarding \(/ }).click();
  const card = page.getByRole("listitem").filter({ hasText: reference });
  await expect(card).toContainText("A child may be at risk");
  await expect(card).toContainText("Nobody has taken it up");
  await look();
  await card.getByRole("link", { name: reference }).click();
  await page.getByRole("button", { name: "Take it up" }).click();
  await expect(page.getByText("Lou Larch has it")).toBeVisible();
  await expect(page.getByText("Abe Ashdown read it")).toBeVisible();
  await look();

  await page.getByRole("link", { name: "Record what was passed on" }).click();
  await page.getByRole("button", { name: "Record it" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose how");
  await look();
  await page.getByLabel("To whom?").fill("The council");
  await page.getByLabel("By phone").check();
  await page.getByLabel("What was passed on, and why?").fill("Where he is.");
  await page.getByRole("button", { name: "Record it" }).click();
  await expect(page.getByText("passed on to The council")).toBeVisible();

  await page.getByRole("link", { name: "Propose how it ends" }).click();
  await page.getByLabel("It was passed on").check();
  await page.getByLabel("returns to every list").check();
  await page.getByLabel("Why?").fill("They have him.");
  await look();
  await page.getByRole("button", { name: "Propose it" }).click();
  await expect(page.getByText("You proposed how it ends")).toBeVisible();

  const second = await openBrowser();
  await signInAs(second, db, "Vic Vale", "lead");
  await second.goto(`/review/responses/${reference}/case`);
  await second.getByRole("link", { name: "Agree, or send back" }).click();
  await expectAccessible(second);
  await second.getByLabel("I agree").check();
  await second.getByLabel("Why?").fill("I have read it too.");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText("The case is closed.")).toBeVisible();
  await second.goto(`/review/responses/${reference}`);
  await expect(second.getByText("What you do now")).toHaveCount(0);
  await second.goto("/review/safeguarding");
  await expect(
    second.getByRole("listitem").filter({ hasText: other.reference }),
  ).toContainText("Nobody has taken it up");
});
