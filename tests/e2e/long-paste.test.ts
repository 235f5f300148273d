import { expect, test } from "./setup/journey.ts";
import { continueTo } from "./setup/question-page.ts";
import { isLinearGrowth } from "#tests/setup/growth.ts";

const question = "What should the review look at first, and why?";

test("a long paste does not hold the page, and Arabic stands from right to left in its box", async ({
  page,
}) => {
  await page.goto("/respond/call-for-advice");
  await page.getByRole("radio", { name: "Someone else" }).check();
  await continueTo(page, question);
  const box = page.getByRole("textbox");

  /** What laying out so many characters of one paragraph costs, at its best of three. */
  const layOut = (characters: number) =>
    box.evaluate((element: HTMLTextAreaElement, size) => {
      const costs = [0, 1, 2].map((round) => {
        const startedAt = performance.now();
        element.value = `${round} ${"word ".repeat(size / 5)}`;
        element.getBoundingClientRect();
        return performance.now() - startedAt;
      });
      element.value = "";
      return Math.min(...costs);
    }, characters);

  // The browser's clock is the wall's: what else the machine does is counted, so
  // the best of several rounds stands. A square is one in every round.
  let growth = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8 && !isLinearGrowth(growth); round += 1) {
    const small = await layOut(50_000);
    growth = Math.min(growth, (await layOut(200_000)) / small);
  }
  expect(isLinearGrowth(growth), `grew ${growth} times`).toBe(true);

  await box.fill("اسألوا الأطفال أولاً.");
  const direction = await box.evaluate(
    (element) => getComputedStyle(element).direction,
  );
  expect(direction).toBe("rtl");
});
