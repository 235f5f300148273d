import { beforeEach, describe, expect, test } from "vitest";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { loader } from "#app/routes/review.responses.$reference.tsx";
import * as triageRoute from "#app/routes/review.responses.$reference_.triage.tsx";
import { now } from "#tests/given/reading-desk.ts";
import { buttons, givenPage } from "#tests/given/work-page.ts";
import { selectPassages } from "#app/domain/tagging/passages.server.ts";

type Page = Awaited<ReturnType<typeof givenPage>>;
let page: Page;

/** A page that somebody has open while a lead takes its response out. */
beforeEach(async () => {
  page = await givenPage();
  await page.tag("moved");
  const { staff } = await page.openAs("lead", "Lena");
  await decideTriage(page.db, {
    ...{ responseId: page.responseId, rowVersion: 1, state: "withdrawn" },
    ...{ assigneeId: null, note: "She wrote to us.", actor: staff, now },
  });
});

const buttonOf = (wanted: string) => {
  const found = buttons.find(([name]) => name === wanted);
  if (!found) throw new Error(`No such button: ${wanted}`);
  return found[2];
};
const refused = "This response was withdrawn";

describe("on a response that was withdrawn while its page was open", () => {
  test.each(["Save tags", "Tag the passage"])(
    "“%s” is refused with what was typed, which stays on its page",
    async (name) => {
      const words = {
        responseNewTagName: "Kin",
        responseNewTagDefinition: "k",
      };
      const more = name === "Save tags" ? words : {};
      const answer = await buttonOf(name)(page, more);
      expect(answer).toMatchObject({
        status: 400,
        data: {
          errors: { "": expect.stringContaining(refused) as string },
          sent:
            name === "Save tags" ? words : { quote: "My nan", memo: "Kinship" },
        },
      });
      expect(await page.kept()).toMatchObject(
        name === "Save tags"
          ? { tags: words }
          : { passage: { quote: "My nan" } },
      );
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
    expect(await page.noteBodies()).toEqual(["She wrote to us."]);
    await buttonOf("Add note")(page, {});
    expect(await page.noteBodies()).toEqual([
      "She wrote to us.",
      "Ring them back.",
    ]);
  });

  test.each(["Take it to read", "Take the tag off a passage"])(
    "“%s” changes nothing",
    async (name) => {
      await buttonOf(name)(page, {});
      const answer = await page.browser.get(loader, page.at());
      expect(answer.data).toMatchObject({ triage: { claim: undefined } });
      const passages = await selectPassages(page.db, page.responseId);
      expect(passages.map(({ quote }) => quote)).toContain("moved");
    },
  );

  test("a flag is raised all the same: the person may still be at risk", async () => {
    await buttonOf("Flag for safeguarding")(page, {});
    const answer = await page.browser.get(loader, page.at());
    expect(answer.data).toMatchObject({ triage: { isFlagged: true } });
  });

  test("its page says so, and offers nothing to decide or to take off", async () => {
    const answer = await page.browser.get(loader, page.at());
    expect(answer.data).toMatchObject({
      withdrawal: expect.stringContaining("Do not quote or use it") as string,
      triage: { form: undefined },
      answers: [],
      files: [],
      passages: [],
    });
    expect(JSON.stringify(answer.data)).not.toContain("My nan");
  });

  test("a note saved on its page leaves what was typed in vain where it is", async () => {
    await buttonOf("Tag the passage")(page, {});
    const kept = await page.kept();
    const { passage } = kept as { passage: Record<string, string> };
    await buttonOf("Add note")(page, passage);
    expect(await page.kept()).toMatchObject({ passage: { quote: "My nan" } });
  });
});
