import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import { expectHeading } from "./setup/question-page.ts";
import { signInAs } from "./setup/review-team.ts";

const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();

const follow = (page: Page, name: string) =>
  page.getByRole("link", { name, exact: true }).first().click();

test("a lead makes a call from a starting point, gives it a page and a question, publishes it and opens it, and the public answers it", async ({
  page,
  db,
  openBrowser,
  expectAccessible,
  javaScriptEnabled,
}) => {
  const word = javaScriptEnabled ? "heather" : "bracken";
  const slug = `ideas-about-${word}`;
  const title = `Ideas about ${word}`;
  await signInAs(page, db, `Lena ${word}`, "lead");

  await test.step("it begins with a starting point, under a name of its own", async () => {
    await page.goto("/review/calls");
    await expectAccessible(page);
    await follow(page, "Make a new call");
    await press(page, "Make the call");
    await expect(page.getByRole("alert")).toContainText(
      "Choose what the call begins with",
    );
    await expectAccessible(page);
    await page.getByRole("radio", { name: /^Call for Ideas/ }).check();
    await page.getByLabel("What the call is called").fill(title);
    await page.getByLabel("The end of its web address").fill(slug);
    await press(page, "Make the call");
    await expectHeading(page, title);
    await expectAccessible(page);
  });

  await test.step("a page and a question are added, and come first", async () => {
    await follow(page, "Make the words and questions your own");
    await expectAccessible(page);
    await follow(page, "Add a page");
    await page.getByLabel("What the page is about").fill("Where you are");
    await expectAccessible(page);
    await press(page, "Add the page");
    await follow(page, "Add a question");
    await expectAccessible(page);
    await follow(page, "Choose one option");
    await page.getByLabel("Question", { exact: true }).fill("Where is it?");
    const options = page.locator("[name=optionLabel]");
    await options.nth(0).fill("In the hills");
    await options.nth(1).fill("By the sea");
    await expectAccessible(page);
    await press(page, "Add the question");
    await expect(page.getByText("The question is added")).toBeVisible();
    await expectAccessible(page);
    await follow(page, "Words and questions");
    await page.locator("[name=place]").last().fill("1");
    await press(page, "Save the order");
    await expect(page.getByText("Changed and not yet published")).toBeVisible();
    await expect(page.locator("[name=place]").first()).toHaveValue("1");
    await expectAccessible(page);
  });

  await test.step("it is published, and opened by a colleague who sees what the public will see", async () => {
    await follow(page, "Look at what changes");
    await expect(page.getByText("New page: “Where you are”")).toBeVisible();
    await expectAccessible(page);
    await press(page, "Publish");
    await page.goto(`/review/calls/${slug}`);
    await follow(page, "Open it");
    await page.getByRole("radio", { name: /^As soon/ }).check();
    await expectAccessible(page);
    await press(page, "Show what the public will see");
    await expectAccessible(page);
    await press(page, "Ask a colleague to approve this");
    await expect(page.getByText("It waits for a colleague")).toBeVisible();
    const other = await openBrowser();
    await signInAs(other, db, `Mona ${word}`, "lead");
    await other.goto(`/review/calls/${slug}`);
    await follow(other, "Look at the call as the public will see it");
    await expectAccessible(other);
    await press(other, "Approve the opening");
    await expect(other.getByText("It is approved")).toBeVisible();
  });

  await test.step("somebody comes to the new question first", async () => {
    const visitor = await openBrowser();
    await visitor.goto(`/calls/${slug}`);
    await expectHeading(visitor, title);
    await follow(visitor, "Start now");
    await expectHeading(visitor, "Where you are");
    await visitor.getByRole("radio", { name: "By the sea" }).check();
    await press(visitor, "Continue");
    await expectHeading(visitor, "What is your idea?");
  });

  await test.step("a change of what the public sees waits for a colleague, who sends it back and then approves it", async () => {
    const propose = async (from: string, to: string) => {
      await page.goto(`/review/calls/${slug}/edit`);
      await follow(page, from);
      await page.getByLabel("Title").fill(to);
      await press(page, "Save the page");
      await page.goto(`/review/calls/${slug}/edit/publish`);
      await press(page, "Ask a colleague to look");
      await expect(page.getByText("A colleague can look")).toBeVisible();
    };
    await propose("Where you are", "Where it is now");
    await page.goto(`/review/calls/${slug}/edit/publish`);
    await expect(page.getByText("You proposed this")).toBeVisible();
    const other = await openBrowser();
    await signInAs(other, db, `Omar ${word}`, "lead");
    await other.goto(`/review/calls/${slug}`);
    await follow(other, "Look at what changes");
    await expect(other.locator("del")).toHaveText("Where you are");
    await expect(other.locator("ins")).toHaveText("Where it is now");
    await expectAccessible(other);
    await press(other, "Send it back");
    await expect(other.getByRole("alert")).toContainText("Write what should");
    await expectAccessible(other);
    await other.getByLabel("Or say what should be changed first").fill("Now?");
    await press(other, "Send it back");
    await expect(other.getByText("It is sent back")).toBeVisible();
    await page.goto(`/review/calls/${slug}/edit/publish`);
    await expect(page.getByText("Now?")).toBeVisible();
    await propose("Where it is now", "Where it is");
    await other.goto(`/review/calls/${slug}/edit/publish`);
    await press(other, "Approve and publish");
    await expect(other.getByText("Version 3 is published")).toBeVisible();
    const visitor = await openBrowser();
    await visitor.goto(`/respond/${slug}`);
    await expectHeading(visitor, "Where it is");
  });

  await test.step("it goes out as a file, and another comes in from it", async () => {
    const response = await page.request.get(`/review/calls/${slug}/file.json`);
    await page.goto("/review/calls/new/file");
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: `${slug}.json`,
      mimeType: "application/json",
      buffer: await response.body(),
    });
    await page.getByLabel("The end of its web address").fill(`${slug}-again`);
    await press(page, "Show what it would make");
    await expect(page.getByText("It has 7 pages")).toBeVisible();
    await expectAccessible(page);
    await press(page, "Make this call");
    await expectHeading(page, title);
    expect(page.url()).toMatch(new RegExp(`/review/calls/${slug}-again`));
  });

  await test.step("a question goes into the bank, is copied onto a page, and the call is told of the bank’s newer version", async () => {
    const [draft, bank] = [`${slug}-again`, "/review/calls/question-bank"];
    await page.goto(`/review/calls/${draft}/edit`);
    await follow(page, "Where it is");
    await follow(page, "Where is it?");
    await follow(page, "Keep this question in the bank");
    await expectAccessible(page);
    await page.getByLabel("What the bank calls it").fill(`Place of ${word}`);
    await press(page, "Keep it in the bank");
    await expect(page.getByText("It is in the bank")).toBeVisible();
    await page.goto(`/review/calls/${draft}/edit/pages/new`);
    await page.getByLabel("What the page is about").fill("Again");
    await press(page, "Add the page");
    await follow(page, "Take questions from the bank");
    await press(page, "Take the chosen questions");
    await expect(page.getByRole("alert")).toContainText("Choose at least one");
    await expectAccessible(page);
    await page.getByLabel(`Place of ${word}`).check();
    await press(page, "Take the chosen questions");
    await expect(page.getByText("1 question is added")).toBeVisible();
    await page.goto(bank);
    await expectAccessible(page);
    await follow(page, `Place of ${word}`);
    await page.locator("[name=optionLabel]").first().fill("On a hill");
    await press(page, "Save a new version");
    await expect(page.getByText("What version 2 changed")).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/review/calls/${draft}/edit`);
    await follow(page, "See what changes in “Where is it?”");
    await expect(page.locator("ins")).toHaveText("On a hill");
    await expectAccessible(page);
    await press(page, "Take it");
    await expect(page.locator("[name=optionLabel]").first()).toHaveValue(
      "On a hill",
    );
  });
});
