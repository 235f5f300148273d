import { beforeEach, describe, expect, test } from "vitest";
import { selectPassages } from "#app/domain/tagging/passages.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { loader } from "#app/routes/review.responses.$reference.tsx";
import * as triageRoute from "#app/routes/review.responses.$reference_.triage.tsx";
import { now } from "#tests/given/reading-desk.ts";
import { buttons, givenPage } from "#tests/given/work-page.ts";

type Page = Awaited<ReturnType<typeof givenPage>>;
let page: Page;

/** A page that somebody has open while a colleague flags its response. */
beforeEach(async () => {
  page = await givenPage();
  await page.tag("moved");
  const { staff } = await page.openAs("reviewer", "Bo");
  await raiseSafeguardingFlag(page.db, {
    ...{ responseId: page.responseId, reason: "She names a street." },
    ...{ actor: staff, now },
  });
});

const press = async (wanted: string, more: object) => {
  const found = buttons.find(([name]) => name === wanted);
  if (!found) throw new Error(`No such button: ${wanted}`);
  return found[2](page, more as Record<string, string>);
};
const refused = "frozen until";

describe("on a response that was flagged while its page was open", () => {
  test.each(["Save tags", "Tag the passage"])(
    "“%s” is refused with what was typed, which stays on its page",
    async (name) => {
      const answer = await press(name, {});
      expect(answer).toMatchObject({
        status: 400,
        data: { errors: { "": expect.stringContaining(refused) as string } },
      });
      if (name === "Tag the passage")
        expect(await page.kept()).toMatchObject({
          passage: { quote: "My nan" },
        });
      expect(await page.tagNames()).toEqual([]);
      expect(await selectPassages(page.db, page.responseId)).toHaveLength(1);
    },
  );

  test("a decision is refused with its note, which can be saved as one", async () => {
    const { browser, at, typed } = page;
    const answer = await browser.post(
      triageRoute,
      at("/triage"),
      page.page({ ...typed.decision, intent: "save" }),
    );
    expect(answer).toMatchObject({
      status: 400,
      data: {
        errors: { "": expect.stringContaining(refused) as string },
        sent: { note: "Ready to code." },
      },
    });
    await press("Add note", {});
    expect(await page.noteBodies()).toEqual([
      "She names a street.",
      "Ring them back.",
    ]);
  });

  test.each(["Take it to read", "Take the tag off a passage"])(
    "“%s” changes nothing",
    async (name) => {
      await press(name, {});
      const { data } = await page.browser.get(loader, page.at());
      expect(data).toMatchObject({ triage: { claim: undefined } });
      const passages = await selectPassages(page.db, page.responseId);
      expect(passages.map(({ quote }) => quote)).toContain("moved");
    },
  );

  test("its page says why and by whom, shows its words, and offers nothing to decide", async () => {
    const { data } = await page.browser.get(loader, page.at());
    expect(data).toMatchObject({
      isFlagged: true,
      triage: {
        form: undefined,
        decisions: undefined,
        flagged: { by: "Bo", reasons: ["She names a street."] },
      },
    });
    expect(JSON.stringify(data)).toContain("My nan");
  });
});
