import { expect, type Locator, type Page } from "@playwright/test";
import { leastMsToSend } from "#app/domain/responses/held-back.ts";
import type { SentFile } from "#tests/asking/respondent.ts";

/** Presses Continue and waits for the next page's heading, or its only question. */
export async function continueTo(page: Page, heading: string): Promise<void> {
  await page.getByRole("button", { name: "Continue" }).click();
  await expectHeading(page, heading);
  // Firefox takes an address that is asked for before a page has come whole for two.
  await page.waitForLoadState();
}

/** Presses Continue and waits for whichever page comes: the script sends the form before the browser leaves. */
export async function continueOn(page: Page): Promise<void> {
  const address = page.url();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).not.toHaveURL(address);
}

export async function expectHeading(page: Page, heading: string) {
  await expect(page.getByRole("heading", { level: 1 })).toContainText(heading);
}

/** The same message in the summary, which links to the field, and beside the field; the title says "Error:". */
export async function expectProblem(page: Page, message: string) {
  await expect(page.getByRole("alert")).toContainText(message);
  await expect(
    page.locator(".govuk-error-message").filter({ hasText: message }),
  ).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);
}

/** In the place of what stands there, by keys: Playwright's "fill" adds to an email box in Firefox. */
export async function retype(box: Locator, words: string) {
  await box.press("ControlOrMeta+A");
  await box.pressSequentially(words);
}

export async function chooseFiles(
  page: Page,
  label: string,
  files: SentFile[],
) {
  await page.getByLabel(label).setInputFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: "application/octet-stream",
      buffer: bytes,
    })),
  );
}

/** A script sends files as they are chosen; chosen before it has begun, they go with the page. */
export async function awaitUploads(page: Page) {
  await expect(page.locator("[data-heard-drop-words]").first()).toBeVisible();
}

/** A file that was not taken: beside its row where a script sent it, else as every problem of a form. */
export async function expectFileProblem(
  page: Page,
  message: string,
  javaScriptEnabled = true,
) {
  if (!javaScriptEnabled) return expectProblem(page, message);
  await expect(
    page.locator("[data-heard-coming] .govuk-error-message"),
  ).toContainText([message]);
}

/** Chooses files, and presses the form's own button where no script sends them. */
export async function addFiles(
  page: Page,
  label: string,
  files: SentFile[],
  javaScriptEnabled = true,
) {
  await chooseFiles(page, label, files);
  if (!javaScriptEnabled)
    await page.getByRole("button", { name: "Upload" }).click();
  for (const { name } of files)
    await expect(
      page.getByRole("button", { name: `Remove ${name}` }),
    ).toBeVisible();
}

/** Sends the answers no quicker than a person does: what comes at once is held back. */
export async function sendAdvice(page: Page): Promise<void> {
  await expectHeading(page, "Check your answers before you send them");
  await page.waitForTimeout(leastMsToSend);
  await page.getByRole("button", { name: "Send your advice" }).click();
}

export async function copyTheCode(page: Page) {
  const context = page.context();
  // Chromium without a window asks for what one with a window lets whoever presses a button.
  if (context.browser()?.browserType().name() === "chromium")
    await context.grantPermissions(["clipboard-write"]);
  await page.getByRole("button", { name: "Copy the code" }).click();
  await expect(page.getByRole("status")).toHaveText("Copied.");
}

/** One of the questions that are asked last, and none of the others. */
export async function answerQuestionsAboutYou(
  page: Page,
  look: (page: Page) => Promise<void>,
) {
  await expectHeading(page, "Questions about you");
  await look(page);
  await page
    .getByRole("link", { name: "Answer the questions about you" })
    .click();
  await expectHeading(page, "Questions about you (optional)");
  await look(page);
  await page
    .getByRole("radio", { name: "Other ethnic group", exact: true })
    .check();
  await page.getByRole("button", { name: "Save and see your receipt" }).click();
}

export async function skipQuestionsAboutYou(page: Page) {
  await expectHeading(page, "Questions about you");
  await page.getByRole("button", { name: "Skip these questions" }).click();
}

export async function readReference(page: Page): Promise<string> {
  const panel = page.locator(".heard-reference");
  await expect(panel).toHaveText(/^[A-Z]-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  return panel.innerText();
}
