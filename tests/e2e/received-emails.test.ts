import type { Page } from "@playwright/test";
import type { Db } from "#app/db/schema.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { filePart, makeEml, makeMailbox } from "#tests/fixtures/emails.ts";
import { expect, test } from "./setup/journey.ts";
import { signInAs } from "./setup/review-team.ts";

const answer = (id: string) =>
  makeEml({
    id,
    text: "Whoever opens the door should stay.\r\n\r\nOn 2 Mar 2026, Review wrote:\r\n> What would you change?",
    parts: [filePart("plan.pdf", makePdf({ text: "Our plan" }))],
  });

const automatic = (id: string) =>
  makeEml({ id, subject: `Automatic reply: ${"away ".repeat(20)}` });

type Journey = {
  page: Page;
  db: Db;
  who: string;
  expectAccessible: (page: Page) => Promise<void>;
};

async function takeMailboxIn({ page, db, who, expectAccessible }: Journey) {
  await signInAs(page, db, who);
  await page.setViewportSize({ width: 320, height: 640 });
  const look = async () => {
    await expectAccessible(page);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(over, page.url()).toBeLessThanOrEqual(0);
  };
  await page.goto("/review/entries");
  await page.getByRole("link", { name: "Emails that came as files" }).click();
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose the files");
  await page.getByLabel("The call that they answer").selectOption({
    label: "Call for Advice",
  });
  await page.getByLabel("Files").setInputFiles({
    ...{ name: "inbox.mbox", mimeType: "application/mbox" },
    buffer: makeMailbox([automatic(`a ${who}`), answer(`b ${who}`)]),
  });
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("2 emails were added.")).toBeVisible();
  await look();

  await page.getByRole("link", { name: "Automatic reply" }).first().click();
  await look();
  await page.getByLabel("It is an automatic reply").check();
  await page.getByRole("button", { name: "Leave it out" }).click();

  await page.getByRole("link", { name: "Our answer" }).first().click();
  await expect(page.getByText("What would you change?")).toBeHidden();
  await page.getByText("Earlier emails below it", { exact: true }).click();
  await expect(page.getByText("What would you change?")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the email" }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.eml$/);
  await page.getByLabel("Leave them out").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await look();
  await expect(page.getByLabel("On which day did it come?")).toHaveValue(
    "2/3/2026",
  );
  const words = page.getByLabel("What should the review look at first");
  await expect(words).toHaveValue("Whoever opens the door should stay.");
  await page.getByRole("button", { name: "Take it in" }).click();
  await expect(
    page.getByText("Somebody else has to check it now"),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: /^plan.pdf/ })).toBeVisible();
  await expect(page.getByText("ann@example.org")).toHaveCount(0);
  await look();
}

test("the emails of a mailbox are gone through: one is left out, one becomes an entry", async ({
  page,
  db,
  expectAccessible,
}) => {
  await takeMailboxIn({ page, db, who: "Mel Mailer", expectAccessible });
});
