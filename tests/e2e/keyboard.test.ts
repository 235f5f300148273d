import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { expect, test } from "./setup/journey.ts";
import { openKeyboard } from "./setup/keyboard.ts";
import { expectHeading, readReference } from "./setup/question-page.ts";

const fileQuestion = "Is there a document you want us to read?";

test("the Call for Advice can be answered with the keyboard alone", async ({
  page,
}) => {
  const { reach, follow, press, choose, write } = openKeyboard(page);
  await page.goto("/calls/call-for-advice");
  await page.keyboard.press("Tab");
  await expect(
    page.getByRole("link", { name: "Skip to main content" }),
  ).toBeFocused();
  await follow("Start now");
  await expectHeading(page, "Which of these describes you best?");
  await choose("Someone else");
  await press("Continue");
  await expectHeading(page, "What should the review look at first, and why?");
  await write(page.getByRole("textbox"), "Typed without a mouse.");
  for (const heading of [
    "How should we listen",
    "What should this review not do again?",
    fileQuestion,
    "May we quote from your answer",
  ]) {
    await press("Continue");
    await expectHeading(page, heading);
  }
  await choose("No, read it");
  await press("Continue");
  await expectHeading(page, "What is your email address?");
  await reach(page.getByRole("textbox"));
  await press("Continue");
  await expectHeading(page, "Check your answers before you send them");
  await press("Send your advice");
  await expectHeading(page, "Questions about you");
  await press("Skip these questions");
  await readReference(page);
});

const section = (id: string, title: string) => ({ id, title: { en: title } });
const story = { id: "story", type: "long-text", label: { en: "Your story" } };
const files = { id: "files", type: "file-upload", label: { en: fileQuestion } };
const papers = {
  id: "papers",
  type: "evidence-items",
  label: { en: "What have you read?" },
};

/** A short form in sections, with what is not in the Call for Advice. */
const inSections = callDefinitionSchema.parse({
  ...callForAdvice,
  equality: undefined,
  navigation: "task-list",
  sections: [
    section("words", "In your words"),
    section("sources", "Files and papers"),
  ],
  pages: [
    { id: "story", section: "words", questions: [story] },
    { id: "files", section: "sources", questions: [files] },
    { id: "papers", section: "sources", questions: [papers] },
  ],
});

test("a list of tasks, files, pieces of evidence and the pages after sending need nothing but a keyboard", async ({
  page,
  db,
  javaScriptEnabled,
}) => {
  const keyboard = openKeyboard(page);
  const { follow, press, choose, write, addFile } = keyboard;
  const main = page.getByRole("main");
  const slug = `by-keys-${Date.now()}`;
  await givenCall(db, { slug, definition: inSections });
  await page.goto(`/respond/${slug}`);
  await follow("In your words");
  await write(page.getByRole("textbox"), "Told by keys.");
  await press("Continue");
  await expectHeading(page, "Call for Advice");
  await follow("Files and papers");

  await addFile(fileQuestion, "notes.txt", "What we said.");
  if (!javaScriptEnabled) await press("Upload");
  await press("Remove notes.txt");
  await expect(page.getByText("notes.txt")).toHaveCount(0);
  await addFile(fileQuestion, "letter.txt", "Dear review.");
  if (!javaScriptEnabled) await press("Upload");
  await expect(main).toContainText("letter.txt");
  await press("Continue");
  await expectHeading(page, "What have you read?");

  await follow("Paste or upload a list of references");
  await write(
    page.getByLabel("Paste the list"),
    "TY  - JOUR\nTI  - Moves\nER  - \n",
  );
  await press("Read the list");
  await expectHeading(page, "1 of 1 was read");
  await follow("Back to your list");
  await follow("Add another by hand");
  await choose(/^An evaluation of a service/);
  await press("Continue");
  await write(page.getByRole("textbox", { name: "Title" }), "Our pilot");
  await press("Save and go back");
  await expect(page.getByText("2 items added")).toBeVisible();
  await follow("Remove Moves");
  await press("Remove it");
  await expect(page.getByText("1 item added")).toBeVisible();
  await press("Continue");

  await expectHeading(page, "Call for Advice");
  await follow(/[Cc]heck your answers/);
  await follow("Change Your story");
  await write(page.getByRole("textbox"), "Told by keys alone.");
  await press("Continue");
  await expectHeading(page, "Check your answers before you send them");
  await expect(main).toContainText("Told by keys alone.");
  await press("Send your advice");
  const reference = await readReference(page);
  const code = await page.locator(".heard-code").first().innerText();

  await page.goto("/receipt");
  await write(page.getByLabel("Reference number"), reference);
  await write(page.getByLabel("Receipt code"), code);
  await press("Continue");
  await expectHeading(page, `Response ${reference}`);
  await follow("Change Your story");
  await write(page.getByRole("textbox"), "Told twice.");
  await press("Change my answer");
  await expect(main).toContainText("Told twice.");
  await follow(/^Take back What have you read/);
  await press("Take this answer back");
  await expectHeading(page, `Response ${reference}`);
  await follow("Take my response back");
  await press("Take my response back");
  await expect(main).toContainText("You took it back.");
  await press("Close these pages");
  await expect(main).toContainText("have been closed on this device");
});
