import type { Page } from "@playwright/test";
import { makePdf } from "#tests/fixtures/documents.ts";
import { expect, test } from "./setup/journey.ts";
import {
  continueOn,
  sendAdvice,
  skipQuestionsAboutYou,
} from "./setup/question-page.ts";
import { givenAdvice, referenceOf, signInAs } from "./setup/review-team.ts";

const takeNext = (page: Page) =>
  page.getByRole("button", { name: "Take next" }).first().click();

async function decide(page: Page, state: string, note: string) {
  await page.getByLabel("Note for the team").fill(note);
  await page
    .getByRole("group", { name: "Decide" })
    .getByRole("button", { name: state })
    .click();
}

/** With the mouse where there is JavaScript, by the words of the passage where there is none. */
async function tagPassage(
  page: Page,
  passage: { quote: string; tagName: string; byGesture: boolean },
) {
  if (passage.byGesture) {
    await selectWords(page, passage.quote);
    await page.getByRole("button", { name: "Tag the selected text" }).click();
  } else {
    await page.getByText("Tag a passage by its words").click();
    await page.getByLabel("Which text").selectOption({
      label: "What should the review look at first, and why?",
    });
    await page.getByLabel("Words of the passage").fill(passage.quote);
  }
  await page.getByText("Define a new tag").last().click();
  await page.getByLabel("Name of the new tag").last().fill(passage.tagName);
  await page
    .getByLabel("What it means")
    .last()
    .fill("Said of who decides and whether they ask.");
  await page.getByRole("button", { name: "Tag the passage" }).click();
}

/** As a mouse leaves it: from the first to the last character of the words, in the text they stand in. */
async function selectWords(page: Page, words: string) {
  await page.evaluate((sought) => {
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT,
    );
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent ?? "";
      const start = text.indexOf(sought);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, start + sought.length);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
      return;
    }
    throw new Error("The words are not on the page");
  }, words);
}

test("two reviewers take next at the same moment and get different responses; the later save of one response loses nothing", async ({
  page,
  db,
  openBrowser,
  expectAccessible,
  javaScriptEnabled,
}) => {
  await givenAdvice(
    db,
    "😀 They moved me five times. Nobody asked me where.",
    new Date("2001-01-01"),
  );
  await givenAdvice(
    db,
    "Look at what happens on the first night.",
    new Date("2001-01-02"),
  );
  const second = await openBrowser();
  await signInAs(page, db, "Ada Adeyemi");
  await signInAs(second, db, "Bea Brennan");
  await expectAccessible(page);

  await Promise.all([takeNext(page), takeNext(second)]);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("H-");
  await expect(second.getByRole("heading", { level: 1 })).toContainText("H-");
  const reference = referenceOf(page);
  expect(referenceOf(second)).not.toBe(reference);

  const words = await page.getByText("Nobody asked me where.").count();
  const [reading, quote] =
    words > 0
      ? [page, "Nobody asked me where"]
      : [second, "Nobody asked me where"];
  const other = reading === page ? second : page;
  const ownReference = referenceOf(reading);
  await other.goto(`/review/responses/${ownReference}`);
  await expectAccessible(reading);

  const tagName = `Being asked ${javaScriptEnabled ? "with" : "without"} script`;
  await tagPassage(reading, { quote, tagName, byGesture: javaScriptEnabled });
  await expect(reading.locator(".heard-passage").first()).toHaveText(quote);
  await expect(reading.locator("#passages")).toContainText(tagName);
  await expectAccessible(reading);

  await decide(reading, "Triaged", "Read twice; the tag is new.");
  await expect(
    reading.getByText(`${ownReference} is saved: Triaged.`),
  ).toBeVisible();

  await decide(other, "Out of scope", "I think this is about housing.");
  await expect(other.getByText("Your changes are not saved yet")).toBeVisible();
  const differs = other.getByRole("table", { name: "What differs" });
  await expect(differs).toContainText("Out of scope");
  await expect(differs).toContainText("Triaged");
  await expect(other.getByLabel("Note for the team")).toHaveValue(
    "I think this is about housing.",
  );
  await expectAccessible(other);

  await other
    .getByRole("link", { name: "Leave it as it is saved now" })
    .click();
  await expect(
    other.getByText("Read twice; the tag is new.").first(),
  ).toBeVisible();
});

test("search finds a word that stands only inside an attached PDF, and shows it", async ({
  page,
  db,
  openBrowser,
  expectAccessible,
  javaScriptEnabled,
}) => {
  const word = javaScriptEnabled ? "quillwort" : "spleenwort";
  const sender = await openBrowser();
  await sender.goto("/respond/call-for-advice/about-you");
  await sender.getByRole("radio").first().check();
  await continueOn(sender);
  await sender
    .getByRole("textbox")
    .fill("The paper says it better than I can.");
  for (const _page of ["what-first", "how-to-listen", "not-again"])
    await continueOn(sender);
  await sender.locator("input[type=file]").setInputFiles({
    name: "paper.pdf",
    mimeType: "application/pdf",
    buffer: makePdf({ text: `The ${word} grows back after every move.` }),
  });
  await continueOn(sender);
  await sender.getByRole("radio").first().check();
  await continueOn(sender);
  await continueOn(sender);
  await sendAdvice(sender);
  await skipQuestionsAboutYou(sender);
  await expect(sender.getByText("Your answers have been sent")).toBeVisible();

  await signInAs(page, db, "Cy Carden");
  await expect(async () => {
    await page.goto(`/review/queue?q=${word}`);
    await expect(
      page.getByRole("heading", { name: "1 response matches" }),
    ).toBeVisible({
      timeout: 500,
    });
  }).toPass({ timeout: 30_000 });
  await expect(
    page.locator("mark").filter({ hasText: word }).first(),
  ).toBeVisible();
  await expectAccessible(page);

  await page.locator("a.heard-queue__link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("H-");
  await expect(
    page.locator("mark").filter({ hasText: word }).first(),
  ).toBeAttached();
  await expectAccessible(page);
});

test("a risk is flagged in two clicks, from the page and from the queue", async ({
  page,
  db,
  expectAccessible,
}) => {
  const { reference } = await givenAdvice(
    db,
    "I am not safe at home tonight.",
    new Date("2002-01-01"),
  );
  const other = await givenAdvice(
    db,
    "My brother is not safe.",
    new Date("2002-01-02"),
  );
  await signInAs(page, db, "Dee Dunmore");

  await page.goto(`/review/responses/${reference}`);
  await page.locator("#work").getByText("Somebody may be at risk").click();
  await page.getByRole("button", { name: "Flag for safeguarding" }).click();
  const isFlagged = page.getByRole("heading", {
    name: "Flagged for safeguarding",
  });
  await expect(isFlagged).toBeVisible();
  await page.goto(`/review/responses/${reference}`);
  await expect(isFlagged).toBeVisible();
  await expectAccessible(page);

  await page.goto("/review/queue");
  const row = page.getByRole("row").filter({ hasText: other.reference });
  await row.getByRole("link", { name: "Flag" }).click();
  await page.getByRole("button", { name: "Flag for safeguarding" }).click();
  await expect(
    page.getByText(`${other.reference} is flagged for safeguarding.`),
  ).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.goto("/review/queue?flagged=yes&state=all");
  await expect(
    page.getByRole("row").filter({ hasText: other.reference }),
  ).toBeVisible();
  await expectAccessible(page);
});
