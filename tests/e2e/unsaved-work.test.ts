import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import { givenAdvice, givenTag, signInAs } from "./setup/review-team.ts";

const note = (page: Page) => page.getByLabel("Note for the team");
const stillHere = "What you had not saved is still here.";

async function openResponse(page: Page, reference: string) {
  await page.goto(`/review/responses/${reference}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    reference,
  );
}

test("a note that stands typed is there still after the tags were saved, and is saved then", async ({
  page,
  db,
  expectAccessible,
  javaScriptEnabled,
}) => {
  await givenAdvice(db, "An earlier one.", new Date("2001-02-01"));
  const given = await givenAdvice(db, "Ask us.", new Date("2001-02-02"));
  await signInAs(page, db, "Cleo Carter");
  await openResponse(page, given.reference);
  const warning = page.getByText("a link out of this page loses");
  await expect(warning).toBeVisible({ visible: !javaScriptEnabled });
  await note(page).fill("Ring them back.");
  const tags = page.locator("#tags");
  await tags.getByText("Define a new tag").click();
  const name = `Being heard ${javaScriptEnabled ? "with" : "without"} script`;
  await tags.getByLabel("Name of the new tag").fill(name);
  await tags.getByLabel("What it means").fill("Whether anybody asked.");
  await tags.getByRole("button", { name: "Save tags" }).click();
  await expect(page.getByRole("checkbox", { name })).toBeChecked();
  await expect(page.getByText(stillHere)).toBeVisible();
  await expect(note(page)).toHaveValue("Ring them back.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save and stay" }).click();
  await expect(page.locator(".heard-notes")).toContainText("Ring them back.");
  await expect(note(page)).toHaveValue("");
});

test("a link out of a response's page keeps what stands typed in it, where the script runs", async ({
  page,
  db,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, "Without the script a link loses it (132).");
  await givenAdvice(db, "An earlier one.", new Date("2001-03-01"));
  const given = await givenAdvice(db, "Ask us.", new Date("2001-03-02"));
  await signInAs(page, db, "Dara Dunne");
  await openResponse(page, given.reference);
  await note(page).fill("Half a thought");
  await page.getByRole("link", { name: "Back to the queue" }).click();
  await expect(page.getByRole("heading", { name: "Queue" })).toBeVisible();
  await openResponse(page, given.reference);
  await expect(page.getByText(stillHere)).toBeVisible();
  await expect(note(page)).toHaveValue("Half a thought");
  await page.getByRole("button", { name: "Save and stay" }).click();
  await expect(page.locator(".heard-notes")).toContainText("Half a thought");
  await expect(page.getByText(stillHere)).toBeHidden();
});

test.describe("where it cannot be kept", () => {
  test.use({ expectedProblems: [/503/] });

  test("the browser asks before it is lost", async ({
    page,
    db,
    javaScriptEnabled,
  }) => {
    test.skip(!javaScriptEnabled, "Nothing can ask without the script.");
    const given = await givenAdvice(db, "Ask us.", new Date("2001-04-01"));
    await signInAs(page, db, "Ea Evans");
    await openResponse(page, given.reference);
    await note(page).fill("Half a thought");
    let asked = "";
    page.on("dialog", (dialog) => {
      asked = dialog.type();
      void dialog.dismiss();
    });
    await page.route("**/claim", (route) => route.fulfill({ status: 503 }));
    await page.getByRole("link", { name: "Back to the queue" }).click();
    await expect.poll(() => asked).toBe("beforeunload");
    await expect(note(page)).toHaveValue("Half a thought");
  });
});

test.describe("a passage that never reached its route", () => {
  // Remix writes down that it cannot read a gate's page.
  test.use({ expectedProblems: [/429|Failed to|SyntaxError|decode/] });

  for (const status of [429, 0])
    test(`stays on the page with everything typed on it: ${status || "no network"}`, async ({
      page,
      db,
      javaScriptEnabled,
    }) => {
      test.skip(
        !javaScriptEnabled,
        "Without the script a gate's page gives it back.",
      );
      await givenAdvice(db, "An earlier one.", new Date("2001-05-01"));
      const given = await givenAdvice(db, "Ask us.", new Date("2001-05-02"));
      await signInAs(page, db, "Ffion Field");
      await openResponse(page, given.reference);
      await note(page).fill("Half a thought");
      await page.getByText("Tag a passage by its words").click();
      const quote = page.getByLabel("Words of the passage");
      await quote.fill("Ask us");
      await page.route("**/passages.data**", (route) =>
        status === 0
          ? route.abort()
          : route.fulfill({
              status,
              contentType: "text/html",
              body: "<h1>No</h1>",
            }),
      );
      await page.getByRole("button", { name: "Tag the passage" }).click();
      await expect(page.getByText("This was not saved")).toBeVisible();
      await expect(quote).toHaveValue("Ask us");
      await expect(note(page)).toHaveValue("Half a thought");
    });
});

test.describe("tags that never reached their route", () => {
  test.use({ expectedProblems: [/429|Failed to|SyntaxError|decode/] });

  test("stay ticked, with everything typed on the page", async ({
    page,
    db,
    javaScriptEnabled,
  }) => {
    test.skip(!javaScriptEnabled, "Without the script a gate's page gives it.");
    await givenTag(db, "Being asked early");
    await givenAdvice(db, "An earlier one.", new Date("2001-07-01"));
    const given = await givenAdvice(db, "Ask us.", new Date("2001-07-02"));
    await signInAs(page, db, "Gwen Green");
    await openResponse(page, given.reference);
    await note(page).fill("Half a thought");
    const tag = page.locator("#tags").getByLabel("Being asked early");
    await tag.check();
    await page.route("**/tags.data**", (route) =>
      route.fulfill({ status: 429, contentType: "text/html", body: "<p>No" }),
    );
    await page.getByRole("button", { name: "Save tags" }).click();
    await expect(page.getByText("This was not saved")).toBeVisible();
    await expect(tag).toBeChecked();
    await expect(note(page)).toHaveValue("Half a thought");
  });
});

test("who saves a note on a phone stays at the notes, and sees that it is saved", async ({
  page,
  db,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await givenAdvice(db, "An earlier one.", new Date("2001-06-01"));
  const given = await givenAdvice(db, "Ask us.", new Date("2001-06-02"));
  await signInAs(page, db, "Cleo Carter");
  await openResponse(page, given.reference);
  await note(page).fill("Ring them back.");
  await page.getByRole("button", { name: "Save and stay" }).click();
  const written = page.locator(".heard-notes").getByText("Ring them back.");
  await expect(written).toBeInViewport();
  await expect(page.getByText(`${given.reference} is saved`)).toBeInViewport();
});
