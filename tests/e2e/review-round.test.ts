import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import {
  givenAdvice,
  givenTag,
  referenceOf,
  signInAs,
} from "./setup/review-team.ts";

const decision = (page: Page, name: string) =>
  page
    .getByRole("group", { name: "Decide" })
    .getByRole("button", { name, exact: true });
const said = (page: Page) => page.locator(".heard-flash");
/** Keys come with the script: its button says that it has begun. */
async function press(page: Page, ...keys: string[]) {
  await expect(page.getByRole("button", { name: "Keys" })).toBeVisible();
  for (const key of keys) await page.keyboard.press(key);
}

test("a reviewer reads, tags, decides and goes on with one press each, takes one back and skips one", async ({
  page,
  db,
  javaScriptEnabled,
  expectAccessible,
}) => {
  const year = javaScriptEnabled ? 1981 : 1982;
  const tagName = `Being asked in ${year}`;
  await givenTag(db, tagName);
  const references: string[] = [];
  for (const day of [1, 2, 3]) {
    const at = new Date(Date.UTC(year, 0, day));
    const text = `Day ${day}. Ask us before you move us.`;
    references.push((await givenAdvice(db, text, at)).reference);
  }
  const [first, second, third] = references;
  await signInAs(page, db, "Ola Okoro");
  await page.getByRole("button", { name: "Take next" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    first ?? "",
  );
  await expectAccessible(page);

  const tags = page.locator("#tags");
  if (javaScriptEnabled) {
    await press(page, "t");
    await page.keyboard.type(`asked ${year}`);
    await page.keyboard.press("Enter");
  } else await tags.getByLabel(tagName).check();
  await expect(tags.getByLabel(tagName)).toBeChecked();
  if (javaScriptEnabled) {
    await page.locator("h1").click();
    await press(page, "1");
  } else await decision(page, "Triaged").click();
  await expect(page).toHaveURL(new RegExp(second ?? ""));
  await expect(said(page)).toContainText(`${first} is saved: Triaged.`);
  await expectAccessible(page);

  if (javaScriptEnabled) await press(page, "u");
  else await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page).toHaveURL(new RegExp(first ?? ""));
  await expect(said(page)).toContainText("is taken back");
  await expect(tags.getByLabel(tagName)).toBeChecked();

  await page.getByText("Skip this response").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "I know this person" }).click();
  await expect(said(page)).toContainText(`${first} is skipped`);
  expect(referenceOf(page)).toBe(second);
  await decision(page, "Spam").click();
  await expect(page).toHaveURL(new RegExp(third ?? ""));
  await decision(page, "Spam").click();
  await expect(said(page)).toContainText(`${third} is saved: Spam.`);

  await page.goto(`/review/responses/${first}`);
  await expect(page.getByText("You skipped this")).toBeVisible();
  await decision(page, "Spam").click();
  await expect(said(page)).toContainText(`${first} is saved: Spam.`);
});

test("keys that are switched off do nothing, and are listed", async ({
  page,
  db,
  javaScriptEnabled,
  expectAccessible,
}) => {
  test.skip(!javaScriptEnabled, "There are no keys without the script.");
  await givenAdvice(db, "An earlier one.", new Date("2009-01-01"));
  const { reference } = await givenAdvice(
    db,
    "Ask us.",
    new Date("2009-01-02"),
  );
  await signInAs(page, db, "Pat Price");
  await page.goto("/review/queue");
  await expect(page.locator("[data-list-keys]")).not.toHaveAttribute("hidden");
  const rows = page.locator("[data-list-row]");
  await page.keyboard.press("j");
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press("/");
  await page.keyboard.press("j");
  await expect(page.locator("input[name=q]")).toHaveValue("j");

  await page.goto(`/review/responses/${reference}`);
  await press(page, "?");
  const list = page.getByRole("dialog", { name: "Keys on this page" });
  await expect(list).toBeVisible();
  await expectAccessible(page);
  await list.getByLabel("Single keys work").uncheck();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await press(page, "2", "f");
  await expect(page.getByText("What worries you?")).toBeHidden();
  expect(referenceOf(page)).toBe(reference);
  await page.goto("/review/queue");
  await expect(page.locator("[data-list-keys]")).not.toHaveAttribute("hidden");
  await page.keyboard.press("j");
  await expect(rows.nth(0)).not.toBeFocused();
  await page.goto(`/review/responses/${reference}`);
  await page.getByLabel("Note for the team").pressSequentially("1 f ? u");
  await expect(page.getByLabel("Note for the team")).toHaveValue("1 f ? u");
});

test("two who tag one response at once both find their tags on it", async ({
  page,
  db,
  openBrowser,
  javaScriptEnabled,
}) => {
  const script = javaScriptEnabled ? "with" : "without";
  const names = [`Early help ${script} script`, `Late help ${script} script`];
  for (const name of names) await givenTag(db, name);
  const { reference } = await givenAdvice(
    db,
    "Help came late.",
    new Date("2009-01-03"),
  );
  const other = await openBrowser();
  await signInAs(page, db, "Quin Quill");
  await signInAs(other, db, "Ray Rowe");
  for (const one of [page, other])
    await one.goto(`/review/responses/${reference}`);
  for (const [index, one] of [page, other].entries()) {
    await one
      .locator("#tags")
      .getByLabel(names[index] ?? "")
      .check();
    await one.getByRole("button", { name: "Save tags" }).click();
    await expect(said(one)).toContainText("are saved");
  }
  for (const name of names)
    await expect(other.locator("#tags").getByLabel(name)).toBeChecked();
});

/** Shift does nothing; that a key is pressed is enough. It is, between any two things that the page does until it was taken over. */
function pressAsItComes() {
  const turns = new MessageChannel();
  let isOver = false;
  turns.port1.onmessage = () => {
    document.body?.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Shift", bubbles: true }),
    );
    if (!isOver) turns.port2.postMessage(undefined);
  };
  turns.port2.postMessage(undefined);
  addEventListener("load", () => setTimeout(() => (isOver = true), 300));
}

test("keys that are pressed while the page comes do not end its script", async ({
  page,
  db,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, "There are no keys without the script.");
  const { reference } = await givenAdvice(db, "Ask.", new Date("2009-01-04"));
  await signInAs(page, db, "Sam Shaw");
  await page.addInitScript(pressAsItComes);
  // An error on the page fails the journey; one in three loads had one.
  for (let load = 0; load < 6; load += 1) {
    await page.goto(`/review/responses/${reference}`);
    await expect(page.getByRole("button", { name: "Keys" })).toBeVisible();
  }
});
