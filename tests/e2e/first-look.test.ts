import { expect, test } from "./setup/journey.ts";

test("the first page names the open calls", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "The Steady Ground Review",
  );
  await expectAccessible(page);
});
