import type { Page } from "@playwright/test";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { expect, test } from "./setup/journey.ts";
import { givenAdvice, givenTag, signInAs } from "./setup/review-team.ts";

/** No page is wider than the window, at the width of a small phone and of 400 % zoom. */
async function expectNoSidewaysScrolling(page: Page) {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(over, page.url()).toBeLessThanOrEqual(0);
}

test("the codebook, its tables and each of its changes are open to everybody, and fit a small window", async ({
  page,
  db,
  javaScriptEnabled,
  expectAccessible,
}) => {
  const name = `Read on a phone ${javaScriptEnabled ? "with" : "without"} script`;
  await givenTag(db, `${name}, earlier`);
  const tag = await givenTag(db, name);
  if (!tag.ok) throw new Error("The tag was not defined");
  const { tagId } = tag;
  const words = "Ask us before you move us.";
  const { responseId } = await givenAdvice(db, words, new Date("2009-05-01"));
  const lead = await signInAs(page, db, "Sal Stone", "lead");
  const actor = { staffId: lead.staffId, role: "lead" as const };
  await saveResponseTags(db, {
    ...{ responseId, seenTagIds: [], tagIds: [tagId], actor },
    now: new Date(),
  });
  await page.setViewportSize({ width: 320, height: 640 });
  for (const place of [
    ...["", "/files", "/tables", "/tables?table=together", "/changes"],
    ...[
      "",
      "/change",
      "/history",
      "/merge",
      "/recode",
      "/retire",
      "/print",
    ].map((below) => `/${tagId}${below}`),
  ]) {
    await page.goto(`/review/tags${place}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
  }
});

test("the people of the team and one's own account are open to everybody, and fit a small window", async ({
  page,
  db,
  expectAccessible,
}) => {
  const admin = await signInAs(page, db, "Tam Tate", "admin");
  await page.setViewportSize({ width: 320, height: 640 });
  for (const place of [
    ...["people", "people/invite", `people/${admin.staffId}`],
    ...["account", "account/password", "account/second-step", "sessions"],
    ...["account/passkeys", "queue", "queue?q=tga%3Amoves+school"],
    ...["ledger", "ledger?call=none-such"],
  ]) {
    await page.goto(`/review/${place}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
  }
});

test("views are kept, shared and deleted by everybody, and fit a small window", async ({
  page,
  db,
  javaScriptEnabled,
  expectAccessible,
}) => {
  await signInAs(page, db, "Vic Vale", "reviewer");
  const name = `Read by nobody ${javaScriptEnabled ? "with" : "without"} script`;
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/review/queue?q=claimed%3Anone&state=to-do");
  await page.getByText("Views", { exact: true }).click();
  await page.getByRole("link", { name: "Save this list as a view" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Share it with the team").check();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the view" }).click();
  await expect(page.locator("#q")).toHaveValue("claimed:none state:to-do");
  await page.getByText(`View: ${name}`).click();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Change views" }).click();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await page
    .getByRole("link", { name: new RegExp(`^Change.*${name}`) })
    .click();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Delete the view" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete the view" }).click();
  await expect(page.getByText(`“${name}” is deleted`)).toBeVisible();
});

test("one thing is done to a whole list, step by step, and undone, and fits a small window", async ({
  page,
  db,
  javaScriptEnabled,
  expectAccessible,
}) => {
  const word = javaScriptEnabled ? "withscript" : "scriptless";
  const tag = await givenTag(db, `Said ${word}`);
  if (!tag.ok) throw new Error("The tag was not defined");
  for (const year of ["2008", "2007"])
    await givenAdvice(db, `We said ${word} ${year}.`, new Date(year));
  await signInAs(page, db, "Lou Lane", "lead");
  await page.setViewportSize({ width: 320, height: 640 });
  const check = async () => {
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
  };
  // Until the words are in the index there is nothing to do it to.
  await expect(async () => {
    await page.goto(`/review/queue?q=${word}`);
    await expect(page.getByText("2 responses match")).toBeVisible();
  }).toPass();
  await page
    .getByRole("link", { name: "Do one thing to all of these" })
    .click();
  await check();
  await page.getByRole("link", { name: "Add tags" }).click();
  await page.getByLabel(`Said ${word}`).check();
  await check();
  await page.getByRole("button", { name: "See what it comes to" }).click();
  await expect(page.getByText("This would be done to 2")).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Do it to 2 responses" }).click();
  const seen = async (words: string) => {
    if (javaScriptEnabled)
      return expect(page.getByText(words)).toBeVisible({ timeout: 30_000 });
    return expect(async () => {
      await page.reload();
      await expect(page.getByText(words)).toBeVisible({ timeout: 1_000 });
    }).toPass();
  };
  await seen("Done to 2 responses.");
  await check();
  await page.getByRole("button", { name: "Undo all of it" }).click();
  await seen("Undone for 2 responses");
  await check();
  await page.getByRole("link", { name: "Done to many responses" }).click();
  await expect(page.getByText(`Add the tag “Said ${word}”`)).toBeVisible();
  await check();
});
