import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import {
  continueTo,
  expectHeading,
  expectProblem,
  readReference,
  retype,
  skipQuestionsAboutYou,
} from "./setup/question-page.ts";
import { comeToWords, howListen } from "./setup/typed-words.ts";

type Look = (page: Page) => Promise<void>;

const firstWords = "Begun on a phone that is not mine.";
const secondWords = "Ended at a desk of my own.";

/** Saves for later and gets a code, on the screen and by mail. */
async function saveForLater(page: Page, look: Look): Promise<string> {
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await expectHeading(page, "Your answers are saved");
  await look(page);
  await page.getByRole("button", { name: "Show me a resume code" }).click();
  const code = page.locator(".heard-code");
  await expect(code).toHaveText(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
  const shown = await code.innerText();
  const address = page.getByLabel("Email address");
  const send = page.getByRole("button", { name: "Send the code" });
  await address.fill("nobody");
  await send.click();
  await expectProblem(page, "Enter an email address in the correct format");
  await expect(address).toHaveValue("nobody");
  await expect(code).toHaveText(shown);
  await look(page);
  await retype(address, "nobody@person.example");
  await send.click();
  await expect(page.getByText("a message with this code")).toBeVisible();
  await expect(code).toHaveText(shown);
  await look(page);
  return shown;
}

/** Types a code in as people do, after a slip. */
async function comeBackWith(page: Page, code: string, look: Look) {
  const box = page.getByRole("textbox", { name: "What is your resume code?" });
  await page.goto("/come-back");
  await box.fill("AAAA");
  await page.getByRole("button", { name: "Open my answers" }).click();
  await expectProblem(page, "This one opens nothing");
  await look(page);
  await box.fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Open my answers" }).click();
  await expectHeading(page, howListen);
}

async function sendFrom(page: Page) {
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await expect(page.getByRole("textbox")).toHaveValue(firstWords);
  for (const heading of [howListen, "not do again?", "a document", "May we"])
    await continueTo(page, heading);
  await page.getByRole("radio", { name: "No" }).check();
  await continueTo(page, "What is your email address?");
  await continueTo(page, "Check your answers");
  await page.getByRole("button", { name: "Send your advice" }).click();
  await skipQuestionsAboutYou(page);
  const reference = await readReference(page);
  const code = await page.locator(".heard-code").first().innerText();
  return { reference, code };
}

/** Opens the pages of a response by its reference and its receipt code, after a slip. */
async function openByReceipt(
  page: Page,
  sent: { reference: string; code: string },
  look: Look,
) {
  await page.goto("/receipt");
  await page.getByLabel("Reference number").fill(sent.reference);
  await page.getByLabel("Receipt code").fill("AAAA-BBBB");
  await page.getByRole("button", { name: "Continue" }).click();
  await expectProblem(page, "receipt code of the same answer");
  await look(page);
  await page.getByLabel("Receipt code").fill(sent.code.toLowerCase());
  await page.getByRole("button", { name: "Continue" }).click();
  await expectHeading(page, `Response ${sent.reference}`);
}

/** Changes one answer, adds a file and takes another answer back, as their links on the page of the response offer. */
async function changeWhatWasSent(page: Page, reference: string, look: Look) {
  const main = page.getByRole("main");
  const box = page.getByRole("textbox");
  await page.getByRole("link", { name: "Change What should the" }).click();
  await expect(box).toHaveValue(firstWords);
  await look(page);
  await box.fill("x".repeat(50_001));
  await page.getByRole("button", { name: "Change my answer" }).click();
  await expectProblem(page, "You have 1 character too many");
  await look(page);
  await box.fill(secondWords);
  await page.getByRole("button", { name: "Change my answer" }).click();
  await expectHeading(page, `Response ${reference}`);
  await expect(main).toContainText(secondWords);
  await expect(main).not.toContainText(firstWords);
  await page.getByRole("link", { name: /^Add a file/ }).click();
  await page.getByRole("button", { name: "Add this file" }).click();
  await expectProblem(page, "Select a file");
  await look(page);
  const buffer = Buffer.from("What we saw\n");
  const notes = { name: "notes.txt", mimeType: "text/plain", buffer };
  await page.getByLabel("Choose a file").setInputFiles(notes);
  await page.getByLabel("What is this file?").fill("Notes of a visit");
  await page.getByRole("button", { name: "Add this file" }).click();
  await expectHeading(page, `Response ${reference}`);
  await expect(main).toContainText("notes.txt");
  await expect(main).toContainText("Notes of a visit");
  await page.getByRole("link", { name: /^Take back May we quote/ }).click();
  await expectHeading(page, "Do you want to take this answer back?");
  await look(page);
  await page.getByRole("button", { name: "Take this answer back" }).click();
  await expectHeading(page, `Response ${reference}`);
  await look(page);
}

test("somebody saves on one device, goes on at another, and takes back what they sent by its receipt alone", async ({
  page,
  openBrowser,
  expectAccessible,
}) => {
  const box = await comeToWords(page);
  await box.fill(firstWords);
  await continueTo(page, howListen);
  const code = await saveForLater(page, expectAccessible);

  const desk = await openBrowser();
  await comeBackWith(desk, code, expectAccessible);
  const sent = await sendFrom(desk);

  // The first device has nothing any more; reference and code open it there too.
  await page.goto("/respond/call-for-advice/what-first");
  await expect(page.getByText(firstWords)).toHaveCount(0);
  await openByReceipt(page, sent, expectAccessible);
  const main = page.getByRole("main");
  await expect(main).toContainText(firstWords);
  await expect(main).toContainText("It is waiting to be read.");
  await expectAccessible(page);
  await changeWhatWasSent(page, sent.reference, expectAccessible);
  await page.getByRole("link", { name: "See everything we hold" }).click();
  await expectHeading(page, "Everything we hold");
  await expect(main).toContainText("You sent it");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await page.getByRole("link", { name: "Take my response back" }).click();
  await expectHeading(page, "Do you want to take your response back?");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take my response back" }).click();
  await expect(main).toContainText("You took it back.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close these pages" }).click();
  await expect(main).toContainText("have been closed on this device");
  await page.goto("/receipt/response");
  await expectHeading(page, "See what became of what you sent");
});
