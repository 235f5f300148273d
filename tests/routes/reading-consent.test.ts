import { expect, test } from "vitest";
import { loader } from "#app/routes/review.responses.$reference.tsx";
import type { ReadingScreen } from "#app/screens/review/response.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { givenReadingDesk, now } from "#tests/given/reading-desk.ts";

const words = "My nan took me in.";

/** The page of a response whose sender said this about being quoted; the desk's own, of nobody who said anything, came before it. */
async function readAs(mayQuote: "yes" | "no") {
  const desk = await givenReadingDesk(words);
  const { reference } = await givenResponse(desk.db, {
    answers: {
      "respondent-kind": "parent",
      "what-first": words,
      "may-quote": mayQuote,
    },
    receivedAt: now,
  });
  const { data } = await desk.browser.get(loader, {
    path: `/review/responses/${reference}`,
    params: { reference },
  });
  return { desk, screen: data as ReadingScreen };
}

test("how somebody may be quoted stands over their response, and the answer to it nowhere else", async () => {
  const { screen: refused } = await readAs("no");
  expect(refused.consent?.label).toBe("Do not quote");
  const { screen: agreed } = await readAs("yes");
  expect(agreed.consent?.label).toBe("May be quoted, without a name");
  for (const { facts, answers } of [refused, agreed]) {
    expect(facts.map(({ text }) => text)).toEqual([
      expect.stringContaining("parent"),
    ]);
    expect(answers).toHaveLength(1);
  }
});

test("a passage of somebody who agreed to nothing is told not to be quoted", async () => {
  const desk = await givenReadingDesk(words);
  await desk.tag("My nan");
  const { data } = await desk.browser.get(loader, desk.at());
  const { passages } = data as ReadingScreen;
  expect(passages).toMatchObject([{ quote: "My nan", isNotQuoted: true }]);
});
