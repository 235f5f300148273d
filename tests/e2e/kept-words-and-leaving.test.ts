import { expect, test } from "./setup/journey.ts";
import {
  chooseFiles,
  continueTo,
  expectHeading,
  skipQuestionsAboutYou,
} from "./setup/question-page.ts";
import {
  comeToWords,
  howListen,
  keepingStatus,
  keptTexts,
  whatFirst,
} from "./setup/typed-words.ts";

const fileQuestion = "Is there a document you want us to read?";

// What these tests do to the line and to the server is told in the console, and must be.
test.use({
  expectedProblems: [/^503: |Failed to load|elsewhere: https:..www.bbc./],
});

test("who goes Back and writes something else goes on with it, and is asked of no other tab", async ({
  page,
}) => {
  const box = await comeToWords(page);
  await box.fill("A first thought.");
  await continueTo(page, howListen);
  await page.goBack();
  await expectHeading(page, whatFirst);
  await expect(box).toHaveValue("A first thought.");
  await box.fill("A second thought.");
  await continueTo(page, howListen);
  await page.goto("/respond/call-for-advice/what-first");
  await expect(box).toHaveValue("A second thought.");
});

test("who looks at the first page and goes back has begun nothing", async ({
  page,
}) => {
  await page.goto("/respond/call-for-advice");
  await expectHeading(page, "Which of these describes you best?");
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await expectHeading(page, "Call for Advice");
  await expect(page.getByRole("link", { name: "Start now" })).toBeVisible();
});

test("who leaves in a hurry is elsewhere at once, and comes back to their words", async ({
  page,
}) => {
  const elsewhere = "https://www.bbc.co.uk/weather";
  await page.route(elsewhere, (route) =>
    route.fulfill({ contentType: "text/html", body: "<h1>The weather</h1>" }),
  );
  const box = await comeToWords(page);
  await box.fill("Nobody may see me write this.");
  await continueTo(page, howListen);
  await page.getByRole("link", { name: "Exit this page" }).click();
  await expect(page).toHaveURL(elsewhere);
  await page.goto("/respond/call-for-advice/what-first");
  await expect(box).toHaveValue("Nobody may see me write this.");
});

test.describe("with the script", () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false);

  test("what was typed is gone from the browser once it is sent", async ({
    page,
  }) => {
    const box = await comeToWords(page);
    await page.route("**/typed*", (route) => route.abort());
    await box.fill("For the review alone.");
    await expect.poll(() => keptTexts(page)).toHaveLength(1);
    await continueTo(page, howListen);
    await page.getByRole("textbox").fill("Kept, and not sent yet.");
    await expect.poll(() => keptTexts(page)).toHaveLength(1);
    await page.goto("/respond/call-for-advice/quoting");
    await page.getByRole("radio", { name: "No" }).check();
    await continueTo(page, "What is your email address?");
    await continueTo(page, "Check your answers");
    await page.getByRole("button", { name: "Send your advice" }).click();
    await skipQuestionsAboutYou(page);
    await expect(page.locator(".heard-reference")).toBeVisible();
    await expect.poll(() => keptTexts(page)).toEqual([]);
    await page.goBack();
    await page.goBack();
    expect(await keptTexts(page)).toEqual([]);
  });

  test("three presses of Shift leave too, and Back does not lead to the page", async ({
    page,
  }) => {
    const elsewhere = "https://www.bbc.co.uk/weather";
    await page.route(elsewhere, (route) =>
      route.fulfill({ contentType: "text/html", body: "<h1>The weather</h1>" }),
    );
    const box = await comeToWords(page);
    await box.focus();
    const status = page.locator("[data-heard-exit-status]");
    await page.keyboard.type("Capital Letters Are No Way Out");
    await page.keyboard.press("Shift");
    await expect(status).toHaveText("Shift, press 2 more times to exit.");
    await page.keyboard.press("Shift");
    await expect(status).toHaveText("Shift, press 1 more time to exit.");
    await page.keyboard.press("Shift");
    await expect(page).toHaveURL(elsewhere);
    await page.goBack();
    await expect(page).not.toHaveURL(/what-first/);
  });

  test("a file that was sent stays where the page could not be", async ({
    page,
  }) => {
    await comeToWords(page);
    await page.goto("/respond/call-for-advice/files");
    const bytes = Buffer.from("What we talked about.\n");
    await chooseFiles(page, fileQuestion, [{ name: "notes.txt", bytes }]);
    await page.route(/\/files\?.*sent=1$/, (route) =>
      route.fulfill({ status: 503, contentType: "text/html", body: "No" }),
    );
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("alert")).toContainText("still on this page");
    await expect(
      page.getByRole("button", { name: "Remove notes.txt" }),
    ).toBeVisible();
    await page.unroute(/\/files\?.*sent=1$/);
    await continueTo(page, "May we quote from your answer");
    await page.goto("/respond/call-for-advice/files");
    await expect(
      page.getByRole("button", { name: "Remove notes.txt" }),
    ).toBeVisible();
  });

  test("a text too long to be sent while the page is left is kept all the same", async ({
    page,
  }) => {
    const long = "كلمات كثيرة ".repeat(1_500);
    const box = await comeToWords(page);
    await page.route("**/typed*", (route) => route.abort());
    await box.fill(long);
    await page.goto("/privacy");
    await page.unroute("**/typed*");
    await page.goto("/respond/call-for-advice/what-first");
    await expect(box).toHaveValue(long);
    await expect(keepingStatus(page)).toHaveText(/^Saved /);
    await expect.poll(() => keptTexts(page)).toEqual([]);
  });

  test("what was deleted is not there after Back", async ({ page }) => {
    const box = await comeToWords(page);
    await box.fill("Nobody else may read this.");
    await expect(keepingStatus(page)).toHaveText(/^Saved /);
    await page.goto("/respond/call-for-advice/delete");
    await page.getByRole("button", { name: "Delete my answers" }).click();
    await expectHeading(page, "Your answers have been deleted");
    await page.goBack();
    await page.goBack();
    const typedTexts = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("textarea")]
          .filter((field) => field.checkVisibility())
          .map(({ value }) => value),
      );
    await expect
      .poll(() => typedTexts().catch(() => ["on the way"]))
      .toEqual([]);
    await expect(page.getByText("Nobody else may read this.")).toHaveCount(0);
    await expect.poll(() => keptTexts(page)).toEqual([]);
  });

  test("the keyboard goes to what is wrong on the page that checks the answers", async ({
    page,
  }) => {
    await comeToWords(page);
    await page.goto("/respond/call-for-advice/check");
    const summary = page.locator(".govuk-error-summary");
    await expect(summary).toBeFocused();
    await summary.getByRole("link").first().click();
    await expectHeading(page, whatFirst);
  });
});
