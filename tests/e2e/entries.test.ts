import type { Page } from "@playwright/test";
import sharp from "sharp";
import { makePdf } from "#tests/fixtures/documents.ts";
import { expect, test } from "./setup/journey.ts";
import { signInAs } from "./setup/review-team.ts";

async function expectNoSidewaysScrolling(page: Page) {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(over, page.url()).toBeLessThanOrEqual(0);
}

test("a letter is keyed in, checked by a colleague, and its sender has the rights of any other", async ({
  page,
  db,
  openBrowser,
  expectAccessible,
}) => {
  await signInAs(page, db, "Kim Keyes");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/review/entries");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Key something in" }).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Call for Advice" }).click();
  await page.getByRole("button", { name: "Take it in" }).click();
  await expect(
    page.getByRole("alert").getByText("Choose how it reached the review"),
  ).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await page.getByLabel("Letter", { exact: true }).check();
  await page.getByLabel("On which day did it come?").fill("3/3/2026");
  await page
    .getByLabel("What should the review look at first, and why?")
    .fill("Whoever opens the door should stay.");
  await page.getByLabel("Scan or file of it").setInputFiles([
    {
      name: "letter.pdf",
      mimeType: "application/pdf",
      buffer: makePdf({ text: "Whoever opens the door should stay." }),
    },
    {
      name: "photo.jpg",
      mimeType: "image/jpeg",
      buffer: await sharp({
        create: { width: 60, height: 20, channels: 3, background: "blue" },
      })
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer(),
    },
  ]);
  await page.getByRole("button", { name: "Take it in" }).click();
  await expect(
    page.getByText("Somebody else has to check it now"),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: /^letter\.pdf/ })).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  const reference = /H-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(page.url())?.[0] ?? "";

  const colleague = await openBrowser();
  await signInAs(colleague, db, "Chris Check");
  await colleague.goto("/review/entries");
  await colleague.getByRole("link", { name: reference }).click();
  // The copy without hidden data is made by a job.
  const picture = colleague
    .locator("li", { hasText: "photo.jpg" })
    .locator("img");
  await expect(async () => {
    await colleague.reload();
    await expect(picture).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  expect(
    await picture.evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0);
  const scan = colleague.getByRole("region", { name: "Pages of letter.pdf" });
  const firstPage = scan.getByRole("img", { name: "Page 1 of 1" });
  await expect(firstPage).toHaveJSProperty("complete", true);
  await expect(firstPage).toHaveJSProperty("naturalWidth", 1_400);
  await expectAccessible(colleague);
  await colleague
    .getByRole("link", { name: "Correct What should the review look at" })
    .click();
  await expectAccessible(colleague);
  await colleague
    .getByLabel("What should the review look at first, and why?")
    .fill("Whoever opens the door should stay with us.");
  await colleague.getByRole("button", { name: "Save the correction" }).click();
  await colleague
    .getByRole("button", { name: "It reads as it was sent" })
    .click();
  await expect(colleague.getByText(`${reference} is checked.`)).toBeVisible();
  await colleague.goto("/review/queue?q=channel%3Aletter");
  await expect(colleague.getByText("Whoever opens the door")).toBeVisible();

  await page.getByRole("link", { name: "Letter for its sender" }).click();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  const code = await page
    .locator("dd")
    .filter({ hasText: /^(\w{4}-){4,}\w{4}$/ })
    .innerText();
  const sender = await openBrowser();
  await sender.goto("/receipt");
  await sender.getByLabel("Reference").fill(reference);
  await sender.getByLabel("Receipt code").fill(code);
  await sender
    .getByRole("button")
    .filter({ hasText: /see|continue|open/i })
    .first()
    .click();
  await expect(
    sender.getByText("Whoever opens the door should stay with us."),
  ).toBeVisible();
});
