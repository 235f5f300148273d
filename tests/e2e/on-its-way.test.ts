import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import {
  continueTo,
  expectFileProblem,
  expectHeading,
  expectProblem,
} from "./setup/question-page.ts";

const whatFirst = "What should the review look at first, and why?";
const fileQuestion = "Is there a document you want us to read?";

// Without the script a browser sends a form by itself, and nobody types meanwhile.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false);

/** A slow line: what is asked for by `address` and `method` waits until it is let go. */
async function hold(page: Page, address: RegExp, method: string) {
  let letGo: () => void = () => undefined;
  const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(address, async (route) => {
    if (route.request().method() === method) await isLetGo;
    await route.continue();
  });
  return letGo;
}

const holdForms = (page: Page) => hold(page, /[?&]sent=1$/, "POST");

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

test("a file that is too large or empty is told before it is sent, and the others are taken", async ({
  page,
  expectAccessible,
}) => {
  await comeToFiles(page);
  const pieces: string[] = [];
  let begun = 0;
  await page.route(/\/uploads(?!-)/, async (route) => {
    const method = route.request().method();
    if (method === "PATCH") pieces.push(route.request().url());
    // The first is answered last, and stands first all the same.
    if (method === "POST" && begun++ === 0) await page.waitForTimeout(1_000);
    await route.continue();
  });
  const input = page.getByLabel(fileQuestion);
  await input.evaluate((element: HTMLInputElement) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([new Uint8Array(50_000_001)], "all of it.pdf"));
    chosen.items.add(new File([], "nothing.csv"));
    chosen.items.add(new File(["What we said."], "notes.txt"));
    element.files = chosen.files;
    element.dispatchEvent(new Event("change"));
  });
  await expectFileProblem(page, "“all of it.pdf” must be smaller than 50MB");
  await expectFileProblem(page, "“nothing.csv” is empty");
  await expect(
    page.getByRole("button", { name: "Remove notes.txt" }),
  ).toBeVisible();
  await expectAccessible(page);
  expect(pieces).toHaveLength(1);
  await press(page, "Continue");
  await expect(page.getByText("“all of it.pdf” must be smaller")).toBeFocused();
  await continueTo(page, "May we quote from your answer");
});

test("files go with their page where it is sent before what sends them has come, and go once", async ({
  page,
}) => {
  await comeToFiles(page);
  const letGo = await holdForms(page);
  const letScriptGo = await hold(page, /\/uploads-[^/]+\.js$/, "GET");
  const sent: string[] = [];
  page.on("request", (request) => {
    if (/\/uploads\//.test(request.url())) sent.push(request.url());
  });
  const scriptAsked = page.waitForRequest(/\/uploads-[^/]+\.js$/);
  await page.getByLabel(fileQuestion).setInputFiles([
    { name: "notes.txt", mimeType: "", buffer: Buffer.from("Ours.") },
    {
      name: "a page.pdf",
      mimeType: "",
      buffer: Buffer.from("<!doctype html>"),
    },
  ]);
  await scriptAsked;
  await press(page, "Continue");
  await expect(status(page)).toHaveText(/Sending/);
  const scriptCame = page.waitForResponse(/\/uploads-[^/]+\.js$/);
  letScriptGo();
  await scriptCame;
  await page.waitForTimeout(500);
  letGo();
  await expectProblem(page, "“a page.pdf” is a web page, although");
  await expect(
    page.getByRole("button", { name: "Remove notes.txt" }),
  ).toHaveCount(1);
  expect(sent).toEqual([]);
  await continueTo(page, "May we quote from your answer");
});

/** More than one piece of it; the same whenever it is chosen. */
const chooseLongNotes = (page: Page) =>
  page.getByLabel(fileQuestion).evaluate((element: HTMLInputElement) => {
    const chosen = new DataTransfer();
    const lines = "What we said to each other.\n".repeat(300_000);
    const facts = { lastModified: 1_700_000_000_000 };
    chosen.items.add(new File([lines], "notes.txt", facts));
    element.files = chosen.files;
    element.dispatchEvent(new Event("change"));
  });

test("a file that is refused while another comes is read before the next page", async ({
  page,
}) => {
  await comeToFiles(page);
  let letGo: () => void = () => undefined;
  const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
  let pieces = 0;
  await page.route(/\/uploads\//, async (route) => {
    const isPiece = route.request().method() === "PATCH";
    if (isPiece && (pieces += 1) === 1) await isLetGo;
    await route.continue();
  });
  const choose = (name: string, mimeType: string, text: string) =>
    page
      .getByLabel(fileQuestion)
      .setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
  await choose("notes.txt", "text/plain", "Ours.");
  await expect.poll(() => pieces).toBe(1);
  await choose("a page.pdf", "application/pdf", "<!doctype html><p>Hello</p>");
  await expectFileProblem(page, "“a page.pdf” is a web page, although");
  await press(page, "Continue");
  letGo();
  await expect(
    page.getByRole("button", { name: "Remove notes.txt" }),
  ).toBeVisible();
  await expect(page.locator("[data-heard-upload-status]")).toContainText(
    "a page.pdf",
  );
  await continueTo(page, "May we quote from your answer");
});

test.describe("over a line that is cut", () => {
  test.use({ expectedProblems: [/Failed to load/] });
  test("a large file goes on after its line was lost, whoever presses Continue meanwhile goes on with it, and Back shows it", async ({
    page,
    expectAccessible,
  }) => {
    await comeToFiles(page);
    let cut = 0;
    await page.route("**/uploads/**", async (route) => {
      const isSecondPiece =
        route.request().headers()["upload-offset"] === "5000000";
      if (isSecondPiece && cut++ === 0) return route.abort();
      await route.continue();
    });
    await chooseLongNotes(page);
    await expect(
      page.getByRole("button", { name: "Cancel notes.txt" }),
    ).toBeVisible();
    await expectAccessible(page);
    await press(page, "Continue");
    await expectHeading(page, "May we quote from your answer");
    expect(cut).toBeGreaterThan(1);
    await page.goBack();
    await expect(
      page.getByRole("button", { name: "Remove notes.txt" }),
    ).toBeVisible();
  });

  test("a file whose page was loaded anew half way goes on from there when it is chosen again", async ({
    page,
    expectAccessible,
  }) => {
    await comeToFiles(page);
    const offsets: string[] = [];
    let [isCut, cut] = [true, 0];
    await page.route("**/uploads/**", async (route) => {
      const offset = route.request().headers()["upload-offset"];
      if (offset === "5000000" && isCut) {
        cut += 1;
        return route.abort();
      }
      if (offset !== undefined) offsets.push(offset);
      await route.continue();
    });
    await chooseLongNotes(page);
    await expect.poll(() => cut).toBeGreaterThan(0);
    await page.reload();
    const row = page.getByText("59% of it is here. Choose the file again");
    await expect(row).toBeVisible();
    await expectAccessible(page);
    isCut = false;
    await chooseLongNotes(page);
    await expect(row).toBeHidden();
    await expect(
      page.getByRole("button", { name: "Remove notes.txt" }),
    ).toBeVisible();
    expect(offsets).toEqual(["0", "5000000"]);
  });
});
