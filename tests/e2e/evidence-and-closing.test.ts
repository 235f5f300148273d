import type { Page } from "@playwright/test";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { expect, test } from "./setup/journey.ts";
import {
  addFiles,
  continueTo,
  expectHeading,
  expectProblem,
  readReference,
} from "./setup/question-page.ts";
import { signInAs } from "./setup/review-team.ts";

const evidenceQuestion = "Which papers, reports or evaluations should we read?";

const reference = (title: string, doi: string) =>
  `TY  - JOUR\nAU  - Ferreira, Ana\nTI  - ${title}\nPY  - 2021\nDO  - ${doi}\nER  - \n`;

/** A list is pasted that is cut off in its last record; then one more is added by hand. */
async function addEvidence(
  page: Page,
  expectAccessible: (page: Page) => Promise<void>,
) {
  await page
    .getByRole("link", { name: "Paste or upload a list of references" })
    .click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Read the list" }).click();
  await expectProblem(page, "Paste a list or choose a file");
  await page
    .getByLabel("Paste the list")
    .fill(
      `${reference("Kinship and time", "10.1000/one")}${reference("Moves", "10.1000/two")}TY  - JOUR\nTI  - Cut off`,
    );
  await page.getByRole("button", { name: "Read the list" }).click();
  await expectHeading(page, "3 of 3 were read");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to your list" }).first().click();
  await expect(page.getByText("3 items added")).toBeVisible();
  await page.getByRole("link", { name: "Add another by hand" }).click();
  await expectHeading(page, "What is it?");
  await page
    .getByRole("radio", { name: /^An evaluation of a service/ })
    .check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Save and go back" }).click();
  await expectProblem(page, "Enter a title");
  await expectAccessible(page);
  await page
    .getByRole("textbox", { name: "Title" })
    .fill("Our pilot, in counts");
  await page.getByRole("button", { name: "Save and go back" }).click();
  await expect(page.getByText("4 items added")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Remove Cut off" }).click();
  await expectHeading(page, "Remove this item?");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText("3 items added")).toBeVisible();
}

/** Two services, of which the first is taken out again: the other stays, with its own answers. */
async function addServices(page: Page, look: (page: Page) => Promise<void>) {
  await look(page);
  await page.getByRole("link", { name: "Add: service" }).click();
  await expectHeading(page, "Service 1");
  await page.getByRole("button", { name: "Continue" }).click();
  await expectProblem(page, "Select what kind of service it was");
  await look(page);
  await page.getByRole("radio", { name: "A company" }).check();
  await continueTo(page, "Which services have you worked with?");
  await page.getByRole("link", { name: "Add another service" }).click();
  await page.getByRole("radio", { name: "A charity" }).check();
  await continueTo(page, "Which services have you worked with?");
  await page.getByRole("link", { name: "Remove Service 1" }).click();
  await look(page);
  await page.getByRole("button", { name: "Yes, remove" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("A charity or a social enterprise");
  await expect(main).not.toContainText("A company");
  await look(page);
}

test("a researcher answers the Call for Evidence with several files", async ({
  page,
  db,
  openBrowser,
  javaScriptEnabled,
  expectAccessible,
}) => {
  await page.goto("/calls/call-for-evidence");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Start now" }).click();

  await expectHeading(page, "About you");
  await expectAccessible(page);
  await page.getByLabel("Full name").fill("Robin Researcher");
  await page.getByLabel("Email address").fill("robin@university.example");
  await continueTo(page, "Who are you sending evidence for?");
  await expect(page.getByRole("main")).toContainText("Page 2 of 10 to 12");
  await page.getByRole("radio", { name: "An organisation" }).check();
  await continueTo(page, "The organisation");
  await expectAccessible(page);
  await page.getByLabel("Name of the organisation").fill("Tidewell");
  await page.getByLabel("How many members").fill("1,200");
  await continueTo(page, "In what role are you sending evidence?");
  await page.getByRole("radio", { name: "Researcher or evaluator" }).check();
  await continueTo(page, "Which services have you worked with?");
  await addServices(page, expectAccessible);
  await continueTo(page, "What does your evidence tell us about?");

  await page.getByRole("button", { name: "Continue" }).click();
  await expectProblem(page, "Select what your evidence tells us about");
  await expectAccessible(page);
  await page
    .getByRole("checkbox", { name: "Where evidence is robust" })
    .check();
  await page
    .getByRole("checkbox", { name: "What has been overlooked" })
    .check();
  await continueTo(page, "What does the evidence show?");
  await page.getByRole("textbox").fill("Kinship placements last longer.");
  await continueTo(page, "About the study");

  await page.getByLabel("Study design").selectOption("Qualitative study");
  await page.getByRole("radio", { name: "Moderate" }).check();
  await page.getByLabel("Day").fill("31");
  await page.getByLabel("Month").fill("2");
  await page.getByLabel("Year").fill("2021");
  await page.getByRole("button", { name: "Continue" }).click();
  await expectProblem(page, "because February 2021 has 28 days");
  await expect(page.getByLabel("Day")).toHaveValue("31");
  await expect(page.getByRole("radio", { name: "Moderate" })).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel("Day").fill("28");
  await continueTo(page, "Add the papers, reports or data");

  const question = "Add the papers, reports or data";
  const files = [
    { name: "paper.pdf", bytes: makePdf({ text: "A paper" }) },
    { name: "data.csv", bytes: Buffer.from("year,children\n2020,12\n") },
  ];
  await addFiles(page, question, files, javaScriptEnabled);
  const appendix = { name: "appendix.txt", bytes: Buffer.from("We asked.\n") };
  await addFiles(page, question, [appendix], javaScriptEnabled);
  await page.getByRole("button", { name: "Remove data.csv" }).click();
  await expect(page.getByText("data.csv")).toHaveCount(0);
  await expectAccessible(page);
  await continueTo(page, evidenceQuestion);
  await addEvidence(page, expectAccessible);
  await continueTo(page, "What we may do with your evidence");
  await page.getByRole("radio", { name: "Yes, without any name" }).check();
  await expectAccessible(page);
  await continueTo(page, "Check your answers before you send them");

  const main = page.getByRole("main");
  await expect(main).toContainText(
    "We may publish what you send, without your name.",
  );
  await expect(main).toContainText("We will not share what you send outside");
  await page.getByRole("link", { name: /^Change Who are you sending/ }).click();
  await page.getByRole("radio", { name: "Myself" }).check();
  await continueTo(page, "Check your answers before you send them");
  await expect(main).toContainText("These answers will not be sent");
  await expect(main).toContainText("is now “Myself”, this will not be sent.");
  await expectAccessible(page);
  await expect(main).toContainText("28 February 2021");
  await expect(main).toContainText("What has been overlooked");
  await expect(main).toContainText("Qualitative study");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send your evidence" }).click();
  const reference = await readReference(page);
  await expectAccessible(page);

  const reader = await openBrowser();
  await signInAs(reader, db, "Gil Grant");
  await reader.goto(`/review/responses/${reference}`);
  await reader.getByText("more of what they chose").click();
  await expect(reader.getByText("Qualitative study")).toBeVisible();
  await expectAccessible(reader);

  const identities = await db
    .selectFrom("identities")
    .innerJoin("responses", "responses.id", "identities.response_id")
    .select("identities.question_id")
    .where("responses.reference", "=", reference)
    .execute();
  expect(identities.map((row) => row.question_id).sort()).toEqual([
    "email",
    "name",
  ]);
});

test("a call that has closed says when, in London's time, and an unsent draft can still be read", async ({
  page,
  db,
  expectAccessible,
}) => {
  const call = await givenCall(db, { slug: `closing-${Date.now()}` });
  await page.goto(`/respond/${call.slug}`);
  await page.getByRole("radio", { name: "Someone else" }).check();
  await continueTo(page, "What should the review look at first, and why?");
  await page.getByRole("textbox").fill("Written before it closed.");

  // Half past five in London's summer is half past four in UTC, and half past twelve where this browser is.
  const closed = await changeCallState(db, {
    callId: call.id,
    to: "closed",
    closesAt: "2021-07-15T16:30:00.000Z",
    actor: { kind: "system" },
    now: new Date(),
  });
  expect(closed).toEqual({ ok: true });

  await page.getByRole("button", { name: "Continue" }).click();
  await expectHeading(page, "Your answers that were not sent");
  const main = page.getByRole("main");
  await expect(main).toContainText("Written before it closed.");
  await expect(main).toContainText("5:30pm on Thursday 15 July 2021");
  await expectAccessible(page);

  await page.goto(`/calls/${call.slug}`);
  await expect(main).toContainText("5:30pm on Thursday 15 July 2021, UK time");
  await expect(page.getByRole("link", { name: "Start now" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Read your answers" }).click();
  await expect(main).toContainText("Written before it closed.");
});
