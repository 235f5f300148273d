import type { Page } from "@playwright/test";
import { writeXlsx } from "hucre/xlsx";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { expect, test } from "./setup/journey.ts";
import { signInAs } from "./setup/review-team.ts";
import {
  codeOf,
  guid,
  qdeOf,
  stretch,
  usersOf,
  zipOf,
} from "#tests/given/projects.ts";

test.describe.configure({ mode: "serial" });

async function expectNoSidewaysScrolling(page: Page) {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(over, page.url()).toBeLessThanOrEqual(0);
}

/** The worker is in the server: where no script looks again, somebody does. */
async function waitFor(page: Page, words: string, hasScript: boolean) {
  await expect(async () => {
    if (!hasScript) await page.reload();
    await expect(page.getByText(words)).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

test("a lead imports a workbook: columns, check, refused rows as a file, import, and all of it back", async ({
  page,
  db,
  javaScriptEnabled,
  expectAccessible,
}) => {
  await signInAs(page, db, "Ines Ito", "lead");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/review/imports");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(
    page.getByRole("alert").getByText("Choose a file"),
  ).toBeVisible();
  await expectAccessible(page);
  const words = `Letter of ${javaScriptEnabled ? "one" : "another"} kind`;
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "Letters",
        rows: [
          [
            ...["No", "Received", "Attachments"],
            "What should the review look at first, and why?",
          ],
          [`${words} 1`, new Date("2026-05-31T00:00:00Z"), "seen.txt", words],
          [`${words} 2`, "some time in May", "", `${words} again`],
        ],
      },
    ],
  });
  await page
    .getByLabel("The call that they answer")
    .selectOption({ label: "Call for Advice" });
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: "letters.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(bytes),
  });
  await page.getByRole("button", { name: "Upload" }).click();

  await expect(
    page.getByRole("heading", { name: "What the columns are" }),
  ).toBeVisible();
  await expect(
    page.getByRole("cell", { name: words, exact: true }),
  ).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await page.getByLabel("Letter", { exact: true }).check();
  await page
    .getByLabel("How dates are written in the file")
    .selectOption({ label: "2026-05-31" });
  await page.getByRole("button", { name: "Check every row" }).click();

  await waitFor(page, "2 rows are refused.", javaScriptEnabled);
  await expect(page.getByText("Missing: “seen.txt”")).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await page.getByLabel("ZIP of the files that the rows name").setInputFiles({
    ...{ name: "files.zip", mimeType: "application/zip" },
    buffer: await zipOf([["scans/Seen.txt", "Words of a file."]]),
  });
  await page.getByRole("button", { name: "Bring these files" }).click();
  await waitFor(page, "1 row is refused.", javaScriptEnabled);
  await expect(page.getByText("1 file was brought.")).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the refused rows" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^refused-rows-\d+\.csv$/);
  await page.getByRole("button", { name: "Import 1 row, leave out 1" }).click();
  await waitFor(page, "1 response came in.", javaScriptEnabled);
  await expectAccessible(page);

  await page.getByRole("link", { name: "Take this import back" }).click();
  await expect(
    page.getByText("Nobody has worked on any of them."),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take them all back" }).click();
  await waitFor(page, "1 response was taken back.", javaScriptEnabled);
  await page.goto("/review/imports");
  await expectNoSidewaysScrolling(page);
});

test("a lead brings back what was coded in another program, sees whose it is beside the words, and takes it back", async ({
  page,
  db,
  javaScriptEnabled,
  expectAccessible,
}) => {
  await signInAs(page, db, "Ines Ito", "lead");
  const text = "\u{1F3E0} Nobody told us why we moved.";
  const answers = { "what-first": text };
  const { reference } = await givenResponse(db, { answers });
  const code = `Brought ${javaScriptEnabled ? "one" : "another"}`;
  const bytes = await zipOf([
    ["sources/a.txt", `Q\n${text}\n\n`],
    [
      "project.qde",
      qdeOf(
        `${usersOf("Ann Coder")}<CodeBook><Codes>${codeOf(1, code)}</Codes></CodeBook><Sources><TextSource guid="${guid(2)}" name="${reference}" plainTextPath="internal://a.txt">${stretch(2, 2 + [...text].length, 1)}${stretch(0, 1, 1)}</TextSource><TextSource guid="${guid(3)}" name="Interview 1"><PlainTextContent>Hello</PlainTextContent>${stretch(0, 5, 1)}</TextSource></Sources>`,
      ),
    ],
  ]);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/review/tags/files");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Bring back a coded project" }).click();
  await page.getByLabel("Project", { exact: true }).setInputFiles({
    ...{ name: "Coded.qdpx", mimeType: "application/zip", buffer: bytes },
  });
  await page.getByRole("button", { name: "Show what it comes to" }).click();
  await expect(page.getByText(`1 code is new: “${code}”`)).toBeVisible();
  await expect(page.getByText("Interview 1").first()).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bring it in" }).click();
  await waitFor(
    page,
    "1 passage or whole response was tagged.",
    javaScriptEnabled,
  );
  const address = page.url();
  await page.goto(`/review/responses/${reference}`);
  await expect(
    page.getByText("from Coded.qdpx, coded there by Ann Coder").first(),
  ).toBeAttached();
  await page.goto(address);
  await page.getByRole("button", { name: "Take all of it back" }).click();
  await waitFor(page, "1 of them was taken back.", javaScriptEnabled);
  await expectAccessible(page);
});
