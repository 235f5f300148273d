import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import {
  continueTo,
  expectHeading,
  expectProblem,
} from "./setup/question-page.ts";
import { keptTexts } from "./setup/typed-words.ts";

// What this test does to the server is told in the console, and must be.
test.use({ expectedProblems: [/^503: |^400: |Failed to load/] });

const below = (place: string) => `/respond/call-for-evidence/evidence/${place}`;

const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();

async function begin(page: Page) {
  await page.goto("/respond/call-for-evidence");
  await page.getByLabel("Full name").fill("Robin Researcher");
  await page.getByLabel("Email address").fill("robin@university.example");
  await continueTo(page, "Who are you sending evidence for?");
}

/** A reload gives back what was typed, says so, and it is one copy in this browser. */
async function expectPutBack(page: Page, label: RegExp, text: string) {
  await expect.poll(() => keptTexts(page)).toHaveLength(1);
  await page.reload();
  await expect(page.getByLabel(label)).toHaveValue(text);
  await expect(
    page.getByRole("heading", { name: "We have put back what you typed" }),
  ).toBeVisible();
}

test("a piece of evidence and a list are kept in the browser until a button has saved them", async ({
  page,
  javaScriptEnabled,
  expectAccessible,
}) => {
  test.skip(javaScriptEnabled === false);
  await begin(page);
  await page.goto(below("item/new?kind=report"));
  const title = page.getByLabel(/^Title/);
  await title.fill("Half a ti");
  await expectPutBack(page, /^Title/, "Half a ti");
  await expectAccessible(page);

  await page.route("**/item/new**", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 503, contentType: "text/html", body: "No" })
      : route.continue(),
  );
  await title.fill("A whole title");
  await press(page, "Save and go back to the list");
  await expect(page.getByRole("alert")).toContainText("still on this page");
  await expectPutBack(page, /^Title/, "A whole title");
  await page.unroute("**/item/new**");

  // Refused: nothing is saved, so the browser keeps it still.
  await page.getByLabel(/^DOI/).fill("no number");
  await press(page, "Save and go back to the list");
  await expectProblem(page, "Enter a DOI");
  await expectPutBack(page, /^DOI/, "no number");
  await page.getByLabel(/^DOI/).fill("");
  await press(page, "Save and go back to the list");
  await expectHeading(page, "Which papers, reports or evaluations");
  await expect(page).toHaveURL(/#item-[0-9a-f]{16}$/);
  await expect(page.getByText("1 item added")).toBeVisible();
  expect(await keptTexts(page)).toEqual([]);

  await page.getByRole("link", { name: "Change A whole title" }).click();
  await title.fill("A better title");
  await expectPutBack(page, /^Title/, "A better title");
  await press(page, "Use what was saved before");
  await expect(title).toHaveValue("A whole title");
  expect(await keptTexts(page)).toEqual([]);

  await page.goto(below("list"));
  const list = page.getByLabel("Paste the list");
  await list.fill("TY  - JOUR\nTI  - One\nER  - \n");
  await expectPutBack(
    page,
    /^Paste the list/,
    "TY  - JOUR\nTI  - One\nER  - \n",
  );
  await press(page, "Read the list");
  await expectHeading(page, "1 of 1 was read");
  expect(await keptTexts(page)).toEqual([]);

  await page.goto(below("list"));
  await list.fill("Nobody else may read this.");
  await expect.poll(() => keptTexts(page)).toHaveLength(1);
  await press(page, "Stop keeping what I type");
  expect(await keptTexts(page)).toEqual([]);
  await expect(page.getByText("We do not keep what you type")).toBeVisible();
  await press(page, "Keep what I type");
  await expect.poll(() => keptTexts(page)).toHaveLength(1);
  await page.goto("/respond/call-for-evidence/delete");
  await press(page, "Delete my answers");
  await expectHeading(page, "Your answers have been deleted");
  await expect.poll(() => keptTexts(page)).toEqual([]);
});
