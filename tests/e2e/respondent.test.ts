import { makePdf } from "#tests/fixtures/documents.ts";
import { expect, test } from "./setup/journey.ts";
import {
  answerQuestionsAboutYou,
  awaitUploads,
  chooseFiles,
  expectFileProblem,
  continueOn,
  continueTo,
  copyTheCode,
  expectHeading,
  expectProblem,
  readReference,
  retype,
} from "./setup/question-page.ts";
import { checkSignedReceipt } from "./setup/signed-receipt.ts";

const fileQuestion = "Is there a document you want us to read?";

test("a member of the public answers with two files, makes three mistakes and loses nothing", async ({
  page,
  db,
  javaScriptEnabled,
  expectAccessible,
}) => {
  await page.goto("/");
  await expectAccessible(page);
  // A test beside this one may have opened a call of the same name.
  await page.getByRole("link", { name: "Call for Advice" }).first().click();
  await expectHeading(page, "Call for Advice");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Start now" }).click();

  await test.step("a required answer is missing", async () => {
    await expectHeading(page, "Which of these describes you best?");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Continue" }).click();
    await expectProblem(page, "Select which of these describes you best");
    await expectAccessible(page);
    await page
      .getByRole("radio", { name: "A relative or friend raising a child" })
      .check();
    await continueTo(page, "What should the review look at first, and why?");
  });

  await test.step("a text is over its limit and comes back whole", async () => {
    const tooLong = "Ask the children first. ".repeat(2_100);
    await page.getByRole("textbox").fill(tooLong);
    await page.getByRole("button", { name: "Continue" }).click();
    await expectProblem(page, "You have 399 characters too many");
    await expect(page.getByRole("textbox")).toHaveValue(tooLong);
    await expectAccessible(page);
    await page.getByRole("textbox").fill("Ask the children first.\nThen act.");
    await continueTo(page, "How should we listen");
    await continueTo(page, "What should this review not do again?");
    await page.getByRole("textbox").fill("Another shelf of reports.");
    await continueTo(page, fileQuestion);
  });

  await test.step("a file is not what its name says; the good ones stay", async () => {
    await expectAccessible(page);
    if (javaScriptEnabled) await awaitUploads(page);
    await chooseFiles(page, fileQuestion, [
      { name: "a letter.pdf", bytes: makePdf({ text: "Dear review" }) },
      { name: "a page.pdf", bytes: Buffer.from("<!doctype html><p>Hello</p>") },
      { name: "notes.txt", bytes: Buffer.from("What we talked about.\n") },
    ]);
    // Pressed before the script that sends files has come, they go with the page: a test of its own.
    if (javaScriptEnabled)
      await expect(
        page
          .locator("[data-heard-coming]")
          .locator("bdi", { hasText: "a page.pdf" }),
      ).toBeVisible();
    await page.getByRole("button", { name: "Continue" }).click();
    await expectFileProblem(
      page,
      "“a page.pdf” is a web page, although",
      javaScriptEnabled,
    );
    await expect(
      page.getByRole("button", { name: "Remove a letter.pdf" }),
    ).toBeVisible();
    await expect(
      page.getByRole("button", { name: "Remove notes.txt" }),
    ).toBeVisible();
    await page
      .getByRole("textbox", { name: "What is this file? (optional) notes.txt" })
      .fill("What the twins told us");
    await expectAccessible(page);
    await continueTo(page, "May we quote from your answer");
  });

  await test.step("an email address is not one", async () => {
    await page
      .getByRole("radio", { name: "Yes, you may quote from it" })
      .check();
    await continueTo(page, "What is your email address?");
    await page.getByRole("textbox").fill("sam at review.example");
    await page.getByRole("button", { name: "Continue" }).click();
    await expectProblem(page, "Enter an email address in the correct format");
    await expect(page.getByRole("textbox")).toHaveValue(
      "sam at review.example",
    );
    await expectAccessible(page);
    await retype(page.getByRole("textbox"), "sam@review.example");
    await continueTo(page, "Check your answers before you send them");
  });

  const answers = page.getByRole("main");
  for (const line of [
    "A relative or friend raising a child",
    "Ask the children first.",
    "Another shelf of reports.",
    "a letter.pdf",
    "notes.txt",
    "What the twins told us",
    "sam@review.example",
  ])
    await expect(answers).toContainText(line);
  await expect(answers).not.toContainText("a page.pdf");
  await expectAccessible(page);

  await page
    .getByRole("link", { name: "Change What should this review not do again?" })
    .click();
  await page.getByRole("textbox").fill("Forget to write back.");
  await continueTo(page, "Check your answers before you send them");
  await expect(answers).toContainText("Forget to write back.");

  await page.getByRole("button", { name: "Send your advice" }).click();
  await answerQuestionsAboutYou(page, expectAccessible);
  await expectHeading(page, "Your answers have been sent");
  const reference = await readReference(page);
  const code = await page.locator(".heard-code").innerText();
  expect(code).toMatch(/^([A-Z0-9]{4}-){5}[A-Z0-9]{4}$/);
  if (javaScriptEnabled) await copyTheCode(page);
  await expectAccessible(page);
  await page.reload();
  expect(await readReference(page)).toBe(reference);

  const stored = await db
    .selectFrom("responses")
    .innerJoin("attachments", "attachments.response_id", "responses.id")
    .select("attachments.original_name")
    .where("responses.reference", "=", reference)
    .execute();
  expect(stored.map((row) => row.original_name).sort()).toEqual([
    "a letter.pdf",
    "notes.txt",
  ]);

  const says = "Forget to write back.";
  await checkSignedReceipt(page, expectAccessible, { reference, says });
});

test("the same answers sent twice are one response with one reference", async ({
  page,
  context,
  db,
}) => {
  await page.goto("/respond/call-for-advice");
  await page.getByRole("radio", { name: "Someone else" }).check();
  await continueTo(page, "What should the review look at first, and why?");
  await page.getByRole("textbox").fill(`Sent twice ${Date.now()}`);
  await continueOn(page);
  await page.goto("/respond/call-for-advice/quoting");
  await page.getByRole("radio", { name: "No, read it" }).check();
  await continueOn(page);
  await page.goto("/respond/call-for-advice/check");
  const otherTab = await context.newPage();
  await otherTab.goto("/respond/call-for-advice/check");

  const before = await countResponses();
  const send = { name: "Send your advice" };
  await Promise.all([
    page.getByRole("button", send).click(),
    otherTab.getByRole("button", send).click(),
  ]);
  for (const tab of [page, otherTab]) {
    // Whichever press came first is asked something before its receipt.
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText(
      /^(Questions about you|Your answers have been sent)$/,
    );
    await tab.goto("/respond/call-for-advice/sent");
  }
  expect(await readReference(otherTab)).toBe(await readReference(page));
  expect(await countResponses()).toBe(before + 1);

  async function countResponses() {
    const { count } = await db
      .selectFrom("responses")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  }
});
