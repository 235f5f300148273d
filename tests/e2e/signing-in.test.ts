import { expect, test } from "./setup/journey.ts";
import { signInAs, signInByForm } from "./setup/review-team.ts";

test("a wrong password and an unknown address are told in the same words, and the right one signs in", async ({
  page,
  db,
  expectAccessible,
}) => {
  const staff = await signInAs(page, db, "Eli Enright");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/review\/sign-in$/);
  const messages: string[] = [];
  for (const email of [staff.email, "nobody@review.example"]) {
    await page.goto("/review/sign-in");
    await signInByForm(page, { email, password: "not the password at all" });
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel("Email address")).toHaveValue(email);
    messages.push(await page.getByRole("alert").innerText());
    await expectAccessible(page);
  }
  expect(messages[0]).toBe(messages[1]);
  await page.goto("/review");
  await signInByForm(page, staff);
  await expect(page.getByRole("heading", { name: "Queue" })).toBeVisible();
});
