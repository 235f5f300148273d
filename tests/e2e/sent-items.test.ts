import type { Page } from "@playwright/test";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { evidenceDefinition } from "#tests/given/evidence.ts";
import { formWithGroup } from "#tests/given/forms-with-groups.ts";
import { expect, test } from "./setup/journey.ts";
import {
  continueTo,
  expectHeading,
  expectProblem,
  readReference,
} from "./setup/question-page.ts";

const evidenceQuestion = "What evidence do you have?";

const press = (page: Page, name: string) =>
  page.getByRole("button", { name }).click();

async function addReport(page: Page, title: string) {
  await page.getByRole("radio", { name: /^A report/ }).check();
  await press(page, "Continue");
  await page.getByRole("textbox", { name: "Title" }).fill(title);
  await press(page, "Save and go back");
  await expectHeading(page, evidenceQuestion);
}

/** Sends one piece of evidence, and opens the pages of what was sent by its receipt. */
async function sendReport(page: Page, slug: string, title: string) {
  await page.goto(`/respond/${slug}`);
  await page.getByLabel("Who?").fill("Robin");
  await continueTo(page, evidenceQuestion);
  await page.getByRole("link", { name: "Add one by hand" }).click();
  await addReport(page, title);
  await sendAndOpen(page);
}

async function sendAndOpen(page: Page) {
  await continueTo(page, "Check your answers");
  await press(page, "Send");
  const reference = await readReference(page);
  const code = await page.locator(".heard-code").first().innerText();
  await page.goto("/receipt");
  await page.getByLabel("Reference number").fill(reference);
  await page.getByLabel("Receipt code").fill(code);
  await press(page, "Continue");
  await expectHeading(page, `Response ${reference}`);
}

test("a piece of evidence that was sent is changed, one is added, and one is removed", async ({
  page,
  db,
  expectAccessible,
}) => {
  const definition = evidenceDefinition({ required: true });
  const { slug } = await givenCall(db, { definition, slug: `e-${Date.now()}` });
  const main = page.getByRole("main");
  await sendReport(page, slug, "A repport");
  await page.getByRole("link", { name: `Change ${evidenceQuestion}` }).click();
  await expect(main).toContainText("1 item added");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Remove A repport" }).click();
  await expect(main).toContainText("needs at least one item");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to your list" }).click();
  await page.getByRole("link", { name: "Change A repport" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("");
  await press(page, "Save and go back");
  await expectProblem(page, "Enter a title");
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Title" }).fill("A report");
  await press(page, "Save and go back");
  await page.getByRole("link", { name: "Add another by hand" }).click();
  await expectHeading(page, "What is it?");
  await addReport(page, "Another report");
  await expect(main).toContainText("2 items added");
  await page.getByRole("link", { name: "Remove A report" }).click();
  await expectAccessible(page);
  await press(page, "Remove it");
  await expect(main).toContainText("1 item added");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(main).toContainText("Another report");
  await expect(main).not.toContainText("A repport");
  await expect(main).toContainText("Version 4: You changed an answer");
});

test("of placements that were sent one is added and one is removed", async ({
  page,
  db,
  expectAccessible,
}) => {
  const slug = `g-${Date.now()}`;
  await givenCall(db, { definition: formWithGroup, slug });
  const main = page.getByRole("main");
  const kind = page.getByLabel("What kind of place was it?");
  await page.goto(`/respond/${slug}`);
  await continueTo(page, "Where have you lived?");
  for (const place of ["Foster care", "With my aunt"]) {
    await page.getByRole("link", { name: /^Add.* placement/ }).click();
    await kind.fill(place);
    await continueTo(page, "Where have you lived?");
    await expect(main).toContainText(place);
  }
  await press(page, "Continue");
  await sendAndOpen(page);
  await page
    .getByRole("link", { name: "Change Where have you lived?" })
    .click();
  await page.getByRole("link", { name: "Remove Placement 1" }).click();
  await expect(main).toContainText("needs at least 2");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to your list" }).click();
  await page.getByRole("link", { name: "Add another placement" }).click();
  await expectHeading(page, "Placement 3");
  await press(page, "Add it to what I sent");
  await expectProblem(page, "Enter what kind of place it was");
  await expectAccessible(page);
  await kind.fill("A hotel");
  await press(page, "Add it to what I sent");
  await expectHeading(page, "Where have you lived?");
  await expect(main).toContainText("A hotel");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Remove Placement 1" }).click();
  await expect(main).toContainText("Foster care");
  await expectAccessible(page);
  await press(page, "Yes, remove Placement 1");
  await expectHeading(page, "Where have you lived?");
  await expect(main).not.toContainText("Foster care");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(main).toContainText("Version 3: You changed an answer");
});
