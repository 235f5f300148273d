import { changeCallState } from "#app/domain/calls/calls.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { expect, test } from "./setup/journey.ts";
import {
  chooseFiles,
  continueTo,
  expectHeading,
  expectProblem,
  readReference,
} from "./setup/question-page.ts";

test("a researcher answers the Call for Evidence with several files", async ({
  page,
  db,
  expectAccessible,
}) => {
  await page.goto("/calls/call-for-evidence");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Start now" }).click();

  await expectHeading(page, "About you");
  await expectAccessible(page);
  await page.getByLabel("Full name").fill("Robin Researcher");
  await page.getByLabel("Email address").fill("robin@university.example");
  await continueTo(page, "In what role are you sending evidence?");
  await page.getByRole("radio", { name: "Researcher or evaluator" }).check();
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
  await expectProblem(page, "Enter a date that exists");
  await expect(page.getByLabel("Day")).toHaveValue("31");
  await expect(page.getByRole("radio", { name: "Moderate" })).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel("Day").fill("28");
  await continueTo(page, "Add the papers, reports or data");

  const question = "Add the papers, reports or data";
  await chooseFiles(page, question, [
    { name: "paper.pdf", bytes: makePdf({ text: "A paper" }) },
    { name: "data.csv", bytes: Buffer.from("year,children\n2020,12\n") },
  ]);
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByText("data.csv").first()).toBeVisible();
  await chooseFiles(page, question, [
    { name: "appendix.txt", bytes: Buffer.from("How we asked.\n") },
  ]);
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByText("appendix.txt").first()).toBeVisible();
  await page.getByRole("button", { name: "Remove data.csv" }).click();
  await expect(page.getByText("data.csv")).toHaveCount(0);
  await expectAccessible(page);
  await continueTo(page, "Check your answers before you send them");

  const main = page.getByRole("main");
  await expect(main).toContainText("28 February 2021");
  await expect(main).toContainText("What has been overlooked");
  await expect(main).toContainText("Qualitative study");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send your evidence" }).click();
  const reference = await readReference(page);
  await expectAccessible(page);

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
