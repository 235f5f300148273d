import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import { givenAdvice, referenceOf, signInAs } from "./setup/review-team.ts";

/** The tab of a group stands for its members alone, with what is left. */
const tabOf = (page: Page, group: string) =>
  page.getByRole("link", { name: new RegExp(`^With ${group}`) });

test("a lead makes a group and gives it two responses; a member takes the next, decides it, and the other sees one left", async ({
  page,
  db,
  openBrowser,
  expectAccessible,
  javaScriptEnabled,
}) => {
  const word = javaScriptEnabled ? "bilberry" : "cloudberry";
  const group = `Readers of ${word}`;
  const sent = [
    await givenAdvice(db, `A ${word} in the wood.`, new Date("2003-01-01")),
    await givenAdvice(db, `Another ${word}, later.`, new Date("2003-01-02")),
  ];
  await givenAdvice(db, "Nothing that grows.", new Date("2003-01-01"));
  const one = await openBrowser();
  const other = await openBrowser();
  const names = [`Mo ${word}`, `Nell ${word}`] as const;
  await signInAs(one, db, names[0]);
  await signInAs(other, db, names[1]);
  await signInAs(page, db, `Lee ${word}`, "lead");

  await page.goto("/review/people");
  await page.getByRole("link", { name: "Make a group" }).click();
  await page.getByRole("button", { name: "Make the group" }).click();
  await expect(
    page.getByRole("link", { name: "Enter a name for the group" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Name").fill(group);
  for (const name of names) await page.getByLabel(name).check();
  await page.getByRole("button", { name: "Make the group" }).click();
  await expect(page.getByText(`“${group}” is made`)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/review/queue?q=${word}`);
  await page.getByRole("link", { name: /^Do one thing/ }).click();
  await page.getByRole("link", { name: /^Assign to/ }).click();
  await page.getByLabel(`${group} (group)`).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "See what it comes to" }).click();
  await expect(page.getByText(`${group}: 2 responses`)).toBeVisible();
  await page.getByRole("button", { name: "Do it to 2 responses" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Done to 2 responses.")).toBeVisible({
      timeout: 500,
    });
  }).toPass({ timeout: 30_000 });
  await expectAccessible(page);
  await expect(tabOf(page, group)).toHaveCount(0);

  await one.goto("/review/queue");
  await expect(tabOf(one, group)).toContainText("2");
  await expectAccessible(one);
  await one.getByRole("button", { name: "Take next" }).first().click();
  await expect(one.getByRole("heading", { level: 1 })).toContainText("H-");
  expect(sent.map(({ reference }) => reference)).toContain(referenceOf(one));
  const taken = referenceOf(one);
  await one
    .getByRole("group", { name: "Decide" })
    .getByRole("button", { name: "Triaged" })
    .click();
  await expect(one.getByText(`${taken} is saved: Triaged.`)).toBeVisible();

  await other.goto("/review/queue");
  await tabOf(other, group).click();
  await expect(
    other.getByRole("heading", { name: "1 response", exact: true }),
  ).toBeVisible();
  const left = sent.find(({ reference }) => reference !== taken);
  await expect(
    other.getByRole("row").filter({ hasText: left?.reference ?? "" }),
  ).toBeVisible();
  await expectAccessible(other);
});
