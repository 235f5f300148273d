import { describe, expect, test } from "vitest";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import {
  forgetOldUnsavedWork,
  keepOtherWork,
} from "#app/domain/tagging/unsaved-work.server.ts";
import { loader } from "#app/routes/review.responses.$reference.tsx";
import * as claimRoute from "#app/routes/review.responses.$reference_.claim.tsx";
import * as tagsRoute from "#app/routes/review.responses.$reference_.tags.tsx";
import * as triageRoute from "#app/routes/review.responses.$reference_.triage.tsx";
import { now } from "#tests/given/reading-desk.ts";
import { buttons, givenPage } from "#tests/given/work-page.ts";

const dayMilliseconds = 24 * 60 * 60_000;

const parts = ["tags", "passage", "decision", "note", "flag"] as const;

describe("what stands typed in another part of a response's page", () => {
  const pairs = buttons.flatMap(([name, saves, press]) =>
    parts
      .filter((part) => part !== saves)
      .map((part) => [name, part, press] as const),
  );

  test.each(pairs)(
    "is there again after “%s”: %s",
    async (_name, part, press) => {
      const page = await givenPage();
      await press(page, page.typed[part]);
      const { kept, typed, tagId } = page;
      expect(await kept()).toMatchObject({
        [part]: {
          tags: { tagIds: [String(tagId)] },
          passage: { ...typed.passage, passageTagIds: [String(tagId)] },
          decision: typed.decision,
          note: typed.note,
          flag: typed.flag,
        }[part],
      });
    },
  );

  test("is saved along with a decision where it is whole, and the next is taken", async () => {
    const page = await givenPage();
    const { browser, at, typed, kept, tagNames, noteBodies } = page;
    const answer = await browser.post(
      triageRoute,
      at("/triage"),
      page.page({
        ...typed.tags,
        ...typed.decision,
        ...typed.note,
        intent: "save-and-next",
      }),
    );
    expect(answer.location).not.toContain(page.reference);
    expect(await tagNames()).toEqual(["Moves"]);
    expect(await noteBodies()).toEqual(["Ready to code.", "Ring them back."]);
    expect(await kept()).toBeUndefined();
  });

  test.each([
    ["passage", { quote: "My nan", memo: "Kinship" }],
    ["flag", { reason: "A child may be at risk." }],
    ["tags", { responseNewTagName: "Kinship" }],
  ])(
    "keeps the next from being taken where it is not whole: %s",
    async (part, more) => {
      const page = await givenPage();
      const answer = await page.browser.post(
        triageRoute,
        page.at("/triage"),
        page.page({ ...page.typed.decision, ...more, intent: "save-and-next" }),
      );
      expect(answer.location).toContain(page.reference);
      expect(Object.keys((await page.kept()) ?? {})).toContain(part);
    },
  );

  test("is there again after a decision that came too late, and does not overwrite a colleague's", async () => {
    const page = await givenPage();
    const { db, browser, at, typed, responseId, kept } = page;
    const { staff: bo } = await page.openAs("reviewer", "Bo");
    await decideTriage(db, {
      responseId,
      rowVersion: 1,
      state: "out-of-scope",
      assigneeId: null,
      note: "",
      actor: bo,
      now,
    });
    const late = page.page({ ...typed.tags, ...typed.decision });
    const answer = await browser.post(triageRoute, at("/triage"), late);
    expect(answer.status).toBe(409);
    expect(await kept()).toMatchObject({
      rowVersion: 1,
      tags: { tagIds: [String(page.tagId)] },
    });
  });

  test("is the person's own, and the response's", async () => {
    const page = await givenPage();
    const { browser, at, typed } = page;
    await browser.post(tagsRoute, at("/tags"), page.page(typed.note));
    const { browser: other } = await page.openAs("reviewer", "Bo");
    expect((await other.get(loader, at())).data).not.toHaveProperty(
      "kept.note",
    );
    const elsewhere = {
      path: `/review/responses/${page.earlierReference}`,
      params: { reference: page.earlierReference },
    };
    expect((await browser.get(loader, elsewhere)).data).not.toHaveProperty(
      "kept.note",
    );
  });

  test("is not kept where it is what is saved, and gone once it is emptied", async () => {
    const page = await givenPage();
    const { browser, at, typed, kept, db, amina } = page;
    await browser.post(tagsRoute, at("/tags"), page.page(typed.tags));
    expect(await kept()).toBeUndefined();
    const seen = { ...typed.tags, seenTagIds: String(page.tagId) };
    const saved = page.page({ ...seen, ...typed.note });
    await browser.post(claimRoute, at("/claim"), [
      ...saved,
      ["intent", "claim"],
    ]);
    expect(await kept()).toEqual({ note: typed.note });
    await defineTag(db, {
      name: "Other",
      definition: "Other.",
      actor: amina,
      now,
    });
    const emptied = page.page(seen);
    await browser.post(claimRoute, at("/claim"), [
      ...emptied,
      ["intent", "claim"],
    ]);
    expect(await kept()).toBeUndefined();
  });
});

describe("what nobody came back to", () => {
  test("is forgotten after 30 days, and not a day before", async () => {
    const page = await givenPage();
    const { db, browser, at, typed, kept } = page;
    const leave = page.page({ ...typed.note, intent: "keep" });
    await browser.post(claimRoute, at("/claim"), leave);
    const { staff } = await page.openAs("reviewer", "Bo");
    const dayAfter = new Date(now.getTime() + dayMilliseconds);
    await keepOtherWork(db, {
      staffId: staff.staffId,
      response: {
        ...page.claim,
        state: "received",
        assigneeId: null,
        rowVersion: 1,
      },
      saving: undefined,
      fields: [["body", "Of a day later."]],
      isWholePage: true,
      rowVersion: 1,
      now: dayAfter,
    });
    const in30Days = now.getTime() + 30 * dayMilliseconds;
    expect(await forgetOldUnsavedWork(db, new Date(in30Days))).toBe(0);
    expect(await kept()).toMatchObject({ note: typed.note });
    expect(await forgetOldUnsavedWork(db, new Date(in30Days + 1))).toBe(1);
    expect(await kept()).toBeUndefined();
    const left = await db
      .selectFrom("unsaved_work")
      .select("staff_id")
      .execute();
    expect(left).toEqual([{ staff_id: staff.staffId }]);
  });
});
