import { expect, type Page } from "@playwright/test";
import type { SentFile } from "#tests/asking/respondent.ts";

/** Presses Continue and waits for the next page's heading, or its only question. */
export async function continueTo(page: Page, heading: string): Promise<void> {
  await page.getByRole("button", { name: "Continue" }).click();
  await expectHeading(page, heading);
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

export async function readReference(page: Page): Promise<string> {
  const panel = page.locator(".heard-reference");
  await expect(panel).toHaveText(/^[A-Z]-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  return panel.innerText();
}
