import { makePdf } from "#tests/fixtures/documents.ts";
import { expect, test } from "./setup/journey.ts";
import {
  chooseFiles,
  continueOn,
  continueTo,
  expectHeading,
  expectProblem,
  readReference,
} from "./setup/question-page.ts";

const fileQuestion = "Is there a document you want us to read?";

test("a member of the public answers with two files, makes three mistakes and loses nothing", async ({
  page,
  db,
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
    await expectProblem(page, "must be 50,000 characters or less");
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
    await chooseFiles(page, fileQuestion, [
      { name: "a letter.pdf", bytes: makePdf({ text: "Dear review" }) },
      { name: "a page.pdf", bytes: Buffer.from("<!doctype html><p>Hello</p>") },
      { name: "notes.txt", bytes: Buffer.from("What we talked about.\n") },
    ]);
    await page.getByRole("button", { name: "Continue" }).click();
    await expectProblem(page, "“a page.pdf” must be a PDF");
    await expect(
      page.getByRole("button", { name: "Remove a letter.pdf" }),
    ).toBeVisible();
    await expect(
      page.getByRole("button", { name: "Remove notes.txt" }),
    ).toBeVisible();
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
    await page.getByRole("textbox").fill("sam@review.example");
    await continueTo(page, "Check your answers before you send them");
  });

  const answers = page.getByRole("main");
  for (const line of [
    "A relative or friend raising a child",
    "Ask the children first.",
    "Another shelf of reports.",
    "a letter.pdf",
    "notes.txt",
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
  await expectHeading(page, "Your answers have been sent");
  const reference = await readReference(page);
  const code = await page.locator(".heard-code").innerText();
  expect(code).toMatch(/^([A-Z0-9]{4}-){5}[A-Z0-9]{4}$/);
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

test("the Call for Advice can be answered with the keyboard alone", async ({
  page,
}) => {
  await page.goto("/calls/call-for-advice");
  await page.keyboard.press("Tab");
  await expect(
    page.getByRole("link", { name: "Skip to main content" }),
  ).toBeFocused();
  const pressUntil = async (isThere: () => Promise<boolean>) => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (await isThere()) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("The keyboard does not get there");
  };
  const reach = (
    role: "link" | "button" | "radio" | "textbox",
    name?: string,
  ) =>
    pressUntil(() =>
      page
        .getByRole(role, name ? { name } : {})
        .first()
        .evaluate((element) => element === document.activeElement),
    );
  await reach("link", "Start now");
  await page.keyboard.press("Enter");
  await expectHeading(page, "Which of these describes you best?");
  await reach("radio");
  await page.keyboard.press("ArrowDown");
  await reach("button", "Continue");
  await page.keyboard.press("Enter");
  await expectHeading(page, "What should the review look at first, and why?");
  await reach("textbox");
  await page.keyboard.type("Typed without a mouse.");
  for (const heading of [
    "How should we listen",
    "What should this review not do again?",
    fileQuestion,
    "May we quote from your answer",
  ]) {
    await reach("button", "Continue");
    await page.keyboard.press("Enter");
    await expectHeading(page, heading);
  }
  await reach("radio");
  await page.keyboard.press("Space");
  await reach("button", "Continue");
  await page.keyboard.press("Enter");
  await expectHeading(page, "What is your email address?");
  await reach("button", "Continue");
  await page.keyboard.press("Enter");
  await expectHeading(page, "Check your answers before you send them");
  await reach("button", "Send your advice");
  await page.keyboard.press("Enter");
  await readReference(page);
});
