import type { Page } from "@playwright/test";
import { expect } from "./journey.ts";
import { expectHeading } from "./question-page.ts";

/** From the page after sending: the receipt is saved, and found true on the page that checks it. */
export async function checkSignedReceipt(
  page: Page,
  expectAccessible: (page: Page) => Promise<void>,
  of: { reference: string; says: string },
): Promise<void> {
  const downloading = page.waitForEvent("download");
  await page.getByText("Save your signed receipt").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`receipt-${of.reference}.json`);
  await page.getByText("How a signed receipt is checked").click();
  await expectHeading(page, "How a signed receipt is checked");
  await expectAccessible(page);
  await page.getByText("Check a signed receipt").click();
  await expectHeading(page, "Check a signed receipt");
  await expectAccessible(page);
  await page
    .getByLabel("The file that you saved")
    .setInputFiles(await download.path());
  await page.getByRole("button", { name: "Check it" }).click();
  await expectHeading(page, "This receipt is true");
  await expect(page.getByRole("main")).toContainText(of.says);
  await expectAccessible(page);
}
