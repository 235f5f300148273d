import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import {
  chooseFiles,
  continueTo,
  expectHeading,
} from "./setup/question-page.ts";

const whatFirst = "What should the review look at first, and why?";
const fileQuestion = "Is there a document you want us to read?";

// Without the script a browser sends a form by itself, and nobody types meanwhile.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false);

/** A slow line: what a button sends waits until it is let go. */
async function holdForms(page: Page) {
  let letGo: () => void = () => undefined;
  const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\?sent=1$/, async (route) => {
    if (route.request().method() === "POST") await isLetGo;
    await route.continue();
  });
  return letGo;
}

const status = (page: Page) => page.locator("[data-heard-status]");

const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();

async function comeToWords(page: Page) {
  await page.goto("/respond/call-for-advice");
  await page.getByRole("radio", { name: "Someone else" }).check();
  await continueTo(page, whatFirst);
  return page.getByRole("textbox");
}

async function comeToFiles(page: Page) {
  await comeToWords(page);
  await page.goto("/respond/call-for-advice/files");
  await expectHeading(page, fileQuestion);
}

test("what is typed while a page is on its way is saved with it", async ({
  page,
}) => {
  const box = await comeToWords(page);
  const letGo = await holdForms(page);
  await box.fill("Ask the children");
  await press(page, "Continue");
  await expect(status(page)).toHaveText("Sending…");
  await box.pressSequentially(" first.");
  // Longer than the pause after which a page saves itself: that save must not overtake the form.
  await page.waitForTimeout(2_500);
  letGo();
  await expectHeading(page, "How should we listen");
  await page.goto("/respond/call-for-advice/what-first");
  await expect(page.getByRole("textbox")).toHaveValue(
    "Ask the children first.",
  );
});

test("what is typed while a page is on its way stays in the box when the page comes back", async ({
  page,
}) => {
  const box = await comeToWords(page);
  const letGo = await holdForms(page);
  await press(page, "Continue");
  await expect(status(page)).toHaveText("Sending…");
  await box.fill("Now I know.");
  letGo();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveValue("Now I know.");
  await continueTo(page, "How should we listen");
});

test("a file that is too large is told before it is sent, and the others are sent after it", async ({
  page,
  expectAccessible,
}) => {
  await comeToFiles(page);
  const forms: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") forms.push(request.url());
  });
  const notes = { name: "notes.txt", bytes: Buffer.from("What we said.\n") };
  const input = page.getByLabel(fileQuestion);
  await input.evaluate((element: HTMLInputElement) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([new Uint8Array(50_000_001)], "all of it.pdf"));
    chosen.items.add(new File(["What we said."], "notes.txt"));
    element.files = chosen.files;
  });
  await press(page, "Upload");
  await expect(page.getByRole("alert")).toContainText(
    "“all of it.pdf” must be smaller than 50MB",
  );
  await expect(page.getByRole("alert")).not.toContainText("notes.txt");
  await expectAccessible(page);
  expect(forms).toEqual([]);
  await chooseFiles(page, fileQuestion, [notes]);
  await press(page, "Upload");
  await expect(
    page.getByRole("button", { name: "Remove notes.txt" }),
  ).toBeVisible();
});

test("how much of a large file is on its way is told", async ({
  page,
  context,
}) => {
  await comeToFiles(page);
  const told: string[] = [];
  page.on("console", (message) => told.push(message.text()));
  await status(page).evaluate((element) => {
    new MutationObserver(() => console.log(element.textContent)).observe(
      element,
      { childList: true },
    );
  });
  const line = await context.newCDPSession(page);
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 2_000_000,
  });
  await chooseFiles(page, fileQuestion, [
    { name: "notes.txt", bytes: Buffer.alloc(4_000_000, "What we said.\n") },
  ]);
  await press(page, "Upload");
  await expect(
    page.getByRole("button", { name: "Remove notes.txt" }),
  ).toBeVisible();
  expect(told.filter((text) => /^Sending… [1-9]0%$/.test(text))).not.toEqual(
    [],
  );
});
