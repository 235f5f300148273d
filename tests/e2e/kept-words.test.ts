import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import { continueTo, expectHeading } from "./setup/question-page.ts";
import {
  comeToWords,
  howListen,
  keepingStatus,
  keptTexts,
  whatFirst,
} from "./setup/typed-words.ts";

// What these tests do to the line and to the server is told in the console, and must be.
test.use({
  expectedProblems: [/ERR_INTERNET_DISCONNECTED|^503: |^500: |Failed to load/],
});

const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();

test("Back saves what is typed and judges none of it", async ({ page }) => {
  const box = await comeToWords(page);
  await box.fill("Half a thou");
  await press(page, "Back");
  await expectHeading(page, "Which of these describes you best?");
  await continueTo(page, whatFirst);
  await expect(box).toHaveValue("Half a thou");
});

test("two tabs: the one that is older overwrites nothing, and shows both texts", async ({
  page,
  context,
  expectAccessible,
}) => {
  const box = await comeToWords(page);
  const other = await context.newPage();
  await other.goto("/respond/call-for-advice/what-first");
  await other.getByRole("textbox").fill("An hour of writing.");
  await continueTo(other, howListen);
  await box.fill("A word.");
  await press(page, "Continue");
  await expect(page.getByRole("alert")).toContainText("another tab");
  await expect(page.getByRole("textbox")).toHaveValue("A word.");
  await expect(page.getByRole("main")).toContainText("An hour of writing.");
  await expectAccessible(page);
  const isLeft = page.waitForEvent("framenavigated");
  await press(page, "Keep what is saved");
  await isLeft;
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.goto("/respond/call-for-advice/what-first");
  await expect(page.getByRole("textbox")).toHaveValue("An hour of writing.");
});

test("a line that is lost at Continue loses no word", async ({
  page,
  context,
  browserName,
  javaScriptEnabled,
  expectAccessible,
}) => {
  test.skip(
    browserName === "firefox" && javaScriptEnabled === false,
    "Back from Firefox's own error page: seen to pass and seen to fail, and not yet known whether it is the driver's",
  );
  const box = await comeToWords(page);
  await box.fill("Written in a tunnel.");
  await context.setOffline(true);
  // Back is pressed on the browser's own error page: a request fails before that page stands there.
  const isLeft = javaScriptEnabled
    ? Promise.resolve()
    : page.waitForEvent("framenavigated", (frame) =>
        frame.url().startsWith("chrome-error:"),
      );
  await press(page, "Continue");
  await isLeft;
  if (javaScriptEnabled) {
    await expect(page.getByRole("alert")).toContainText("still on this page");
    await expect(page).toHaveTitle(/^Error: /);
    await expect(box).toHaveValue("Written in a tunnel.");
    await expectAccessible(page);
    await context.setOffline(false);
  } else {
    await context.setOffline(false);
    await page.goBack();
    await expect(box).toHaveValue("Written in a tunnel.");
  }
  await continueTo(page, howListen);
});

test.describe("with the script", () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false);

  test("what is typed is saved in a pause, is there after a reload, and is gone from the browser", async ({
    page,
    expectAccessible,
  }) => {
    const box = await comeToWords(page);
    await expect(
      page.getByText("we keep your words in this browser"),
    ).toBeVisible();
    await box.fill("Saved while I think.");
    await expect(keepingStatus(page)).toHaveText(/^Saved \d\d:\d\d$/);
    await expectAccessible(page);
    await expect.poll(() => keptTexts(page)).toEqual([]);
    await page.reload();
    await expect(box).toHaveValue("Saved while I think.");
  });

  test("a reload in the middle of a word puts it back, and says so", async ({
    page,
    expectAccessible,
  }) => {
    const box = await comeToWords(page);
    await page.route("**/typed*", (route) => route.abort());
    await box.pressSequentially("Not yet sav");
    await page.reload();
    await expect(box).toHaveValue("Not yet sav");
    await expect(
      page.getByRole("heading", { name: "We have put back what you typed" }),
    ).toBeVisible();
    await expectAccessible(page);
    await page.unroute("**/typed*");
    // Not the save that is tried again on a slow machine, of what was put back.
    const isSaved = page.waitForResponse(
      (answer) =>
        /\/typed(\?|$)/.test(answer.url()) &&
        !answer.request().postData()?.includes("Not"),
    );
    await press(page, "Use what was saved before");
    await expect(box).toHaveValue("");
    await isSaved;
    await expect(keepingStatus(page)).toHaveText(/^Saved /);
    await page.reload();
    await expect(box).toHaveValue("");
  });

  test("what the browser kept is offered beside what another tab has saved", async ({
    page,
    context,
    expectAccessible,
  }) => {
    const box = await comeToWords(page);
    await page.route("**/typed*", (route) => route.abort());
    await box.fill("Mine, kept here.");
    await expect(keepingStatus(page)).toContainText("Not saved");
    const other = await context.newPage();
    await other.goto("/respond/call-for-advice/what-first");
    // What the first tab keeps is put back here too; this person writes something else over it.
    await other.getByRole("textbox").fill("Hers, saved there.");
    await continueTo(other, howListen);
    await box.pressSequentially(" More.");
    await page.reload();
    await expect(box).toHaveValue("Hers, saved there.");
    const notice = page.getByRole("region", { name: "kept something else" });
    await expect(notice).toContainText("Mine, kept here. More.");
    await expectAccessible(page);
    await page.unroute("**/typed*");
    await press(page, "Put it in the boxes");
    await expect(box).toHaveValue("Mine, kept here. More.");
    await continueTo(page, howListen);
  });

  test("whatever the server refuses with, the page and its words stay where they are", async ({
    page,
  }) => {
    const box = await comeToWords(page);
    let status = 0;
    await page.route("**/respond/**", (route) =>
      status && route.request().method() === "POST"
        ? route.fulfill({
            status,
            headers: { "Retry-After": "120" },
            contentType: "text/html",
            body: "<!doctype html><title>No</title><p>No</p>",
          })
        : route.continue(),
    );
    const alert = page.getByRole("alert");
    for (const [refusal, words] of [
      [403, "did not take this page"],
      [413, "larger than we can take"],
      [429, "Wait 2 minutes"],
      [500, "Something went wrong on our side"],
      [503, "very busy"],
    ] as const) {
      status = refusal;
      await box.fill(`Still here after ${refusal}.`);
      await press(page, "Continue");
      await expect(alert).toContainText(words);
      await expect(alert.locator("..")).toBeFocused();
      await expect(box).toHaveValue(`Still here after ${refusal}.`);
    }
    status = 0;
    await continueTo(page, howListen);
  });

  test("keeping is off at one press, remembers that and no text, and a failure still stays", async ({
    page,
    context,
  }) => {
    const box = await comeToWords(page);
    await page.route("**/typed*", (route) => route.abort());
    await box.fill("On a shared phone.");
    await expect.poll(() => keptTexts(page)).toHaveLength(1);
    await press(page, "Stop keeping what I type");
    expect(await keptTexts(page)).toEqual([]);
    await box.pressSequentially(" More.");
    await page.reload();
    await expect(page.getByText("We do not keep what you type")).toBeVisible();
    expect(await page.evaluate(() => Object.values(localStorage))).toEqual([
      "off",
    ]);
    await box.fill("Said aloud.");
    await context.setOffline(true);
    await press(page, "Continue");
    await expect(page.getByRole("alert")).toContainText("still on this page");
    await context.setOffline(false);
    await continueTo(page, howListen);
  });

  test("who deletes their answers leaves no word of them in the browser", async ({
    page,
    context,
  }) => {
    const box = await comeToWords(page);
    await page.route("**/typed*", (route) => route.abort());
    await box.fill("Nobody else may read this.");
    await expect.poll(() => keptTexts(page)).toHaveLength(1);
    const other = await context.newPage();
    await other.goto("/respond/call-for-advice/delete");
    await other.getByRole("button", { name: "Delete my answers" }).click();
    await expectHeading(other, "Your answers have been deleted");
    await expect.poll(() => keptTexts(other)).toEqual([]);
    await box.pressSequentially(" Or this.");
    await page.goto("/");
    expect(await keptTexts(other)).toEqual([]);
  });
});
