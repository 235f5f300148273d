import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  findDraft,
  selectDraftHeads,
} from "#app/domain/drafts/drafts.server.ts";
import { mostDraftsOfHolder } from "#app/domain/drafts/drafts.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { loader as form } from "#app/routes/_public.respond.$call._index.tsx";
import { loader as answers } from "#app/routes/_public.respond.$call.answers.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as deletion from "#app/routes/_public.respond.$call.delete.tsx";
import { loader as copy } from "#app/routes/_public.respond.$call.draft.tsx";
import * as sent from "#app/routes/_public.respond.$call.sent/route.tsx";
import { givenDraft } from "#app/tasks/demo/factories.ts";
import { type Address, addressOf, type Fields } from "#tests/asking/browser.ts";
import {
  addressWith,
  keyOf,
  openTab,
  saveUnasked,
} from "#tests/asking/question-page.ts";
import type { RouteFunction } from "#tests/asking/routes.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";

let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
});

const at = addressWith;

const formAt = (draft?: string): Address => ({
  path: `/respond/advice${draft ? `?draft=${draft}` : ""}`,
  params: { call: "advice" },
});

const words = (text: string): Fields => [["what-first", text]];

/** One browser with two drafts of the call, the second begun last. */
async function givenTwoDrafts() {
  const first = await givenRespondent(context, call, { "what-first": "One" });
  const second = await givenDraft(context.db, {
    ...{ call, now, holderKey: first.holderKey },
    answers: { "what-first": "Two" },
  });
  const { browser, holderKey } = first;
  const textsNow = async () =>
    Promise.all(
      [first.draft, second.draft].map(async ({ publicId }) => {
        const of = { callId: call.id, holderKey, now, named: { publicId } };
        return (await findDraft(context.db, of))?.answers["what-first"];
      }),
    );
  const ids = [first.draft.publicId, second.draft.publicId] as const;
  return { browser, ids, textsNow };
}

describe("two tabs on two drafts of one call never mix", () => {
  test("a page shows and saves its own, and leads on in it", async () => {
    const { browser, ids, textsNow } = await givenTwoDrafts();
    const [one, two] = ids;
    const tabs = await Promise.all(
      ids.map((id) => openTab(browser, at(id, "what-first"))),
    );
    const shown = await browser.get(questionPage.loader, at(two, "what-first"));
    expect(shown.data).toMatchObject({
      answers: { "what-first": "Two" },
      sendPath: `/respond/advice/what-first?draft=${two}&sent=1`,
      typedPath: `/respond/advice/what-first/typed?draft=${two}`,
    });
    const [first = [], second = []] = tabs;
    const saved = await browser.post(questionPage, at(one, "what-first"), [
      ...first,
      ...words("One more"),
    ]);
    expect(saved.draft).toBe(one);
    await saveUnasked(
      context,
      browser,
      [...second, ...words("Two more")],
      addressOf("advice", "what-first"),
    );
    expect(await textsNow()).toEqual(["One more", "Two more"]);
  });

  test("a form of one that is sent to the other's address changes neither", async () => {
    const { browser, ids, textsNow } = await givenTwoDrafts();
    const tab = await openTab(browser, at(ids[0], "what-first"));
    const crossed = await browser.post(questionPage, at(ids[1], "what-first"), [
      ...tab,
      ...words("Crossed"),
    ]);
    expect(crossed.status).toBe(404);
    expect(await textsNow()).toEqual(["One", "Two"]);
  });

  test("each is checked, deleted and sent by itself", async () => {
    const { browser, ids, textsNow } = await givenTwoDrafts();
    const checked = await browser.get(check.loader, at(ids[0], "check"));
    expect(JSON.stringify(checked.data)).toContain("One");
    expect(JSON.stringify(checked.data)).not.toContain("Two");
    await browser.post(deletion, at(ids[1], "delete"), []);
    expect(await textsNow()).toEqual(["One", undefined]);
  });

  test("where none is named the person chooses, and nothing is begun, sent or deleted", async () => {
    const { browser, textsNow } = await givenTwoDrafts();
    const asked: [RouteFunction, Address][] = [
      [form, formAt()],
      [questionPage.loader, addressOf("advice", "what-first")],
      [check.loader, addressOf("advice", "check")],
      [copy, addressOf("advice", "draft")],
      [deletion.loader, addressOf("advice", "delete")],
    ];
    for (const [loader, address] of asked)
      expect((await browser.get(loader, address)).location).toBe(
        "/respond/advice/answers",
      );
    for (const [route, place] of [
      [check, "check"],
      [deletion, "delete"],
    ] as const)
      expect(
        (await browser.post(route, addressOf("advice", place), [])).location,
      ).toBe("/respond/advice/answers");
    expect(await textsNow()).toEqual(["One", "Two"]);
    const chosen = await browser.get(answers, addressOf("advice", "answers"));
    expect(chosen.data).toMatchObject({ drafts: [{}, {}], receipts: [] });
  });
});

describe("another answer", () => {
  test("begins beside the first, and a reload of its first page shows it", async () => {
    const { browser, holderKey } = await givenRespondent(context, call);
    const begun = await browser.get(form, formAt("new"));
    expect(begun.draft).toMatch(/^new-[0-9a-f]{32}$/);
    expect(begun.location).toBe("/respond/advice/about-you");
    const first = at(begun.draft, "about-you");
    const tab = await openTab(browser, first);
    expect(tab[0]).toEqual(["draft", "new"]);
    const saved = await browser.post(questionPage, first, [
      ...tab,
      ["respondent-kind", "parent"],
    ]);
    const again = await browser.get(questionPage.loader, first);
    expect(again.data).toMatchObject({
      draftMark: saved.draft,
      answers: { "respondent-kind": "parent" },
    });
    const heads = await selectDraftHeads(context.db, { holderKey, now });
    expect(heads.map(({ publicId }) => publicId)).toContain(saved.draft);
    expect(heads).toHaveLength(2);
  });

  test("begun twice at once by one page is one, and by two pages two", async () => {
    const { browser, holderKey } = await givenRespondent(context, call);
    const pages = await Promise.all(
      [1, 2].map(() => browser.get(form, formAt("new"))),
    );
    for (const { draft } of [...pages, ...pages]) {
      const address = at(draft, "about-you");
      const fields: Fields = [["respondent-kind", "parent"]];
      await browser.post(questionPage, address, fields);
    }
    const heads = await selectDraftHeads(context.db, { holderKey, now });
    expect(heads).toHaveLength(3);
  });

  test("there are so many of, and the form of one more comes back with its text", async () => {
    const { browser, holderKey } = await givenRespondent(context, call);
    for (let count = 1; count < mostDraftsOfHolder; count += 1)
      await givenDraft(context.db, { call, holderKey, answers: {}, now });
    const begun = await browser.get(form, formAt("new"));
    const first = at(begun.draft, "about-you");
    const tab = await openTab(browser, first);
    const fields: Fields = [...tab, ["respondent-kind", "parent"]];
    expect(await browser.post(questionPage, first, fields)).toMatchObject({
      status: 409,
      data: {
        answers: { "respondent-kind": "parent" },
        errors: { "": [expect.stringContaining("20 answers")] },
      },
    });
    const heads = await selectDraftHeads(context.db, { holderKey, now });
    expect(heads).toHaveLength(mostDraftsOfHolder);
  });
});

describe("somebody else's draft, and one that never was,", () => {
  test("are not there, whatever is asked, and nothing becomes of them", async () => {
    const hers = await givenRespondent(context, call, { "what-first": "Hers" });
    const { browser } = await givenRespondent(context, call);
    for (const id of [hers.draft.publicId, "f".repeat(32), "x"]) {
      const asked: [RouteFunction, Address][] = [
        [form, formAt(id)],
        [questionPage.loader, at(id, "what-first")],
        [check.loader, at(id, "check")],
        [copy, at(id, "draft")],
        [deletion.loader, at(id, "delete")],
        [sent.loader, at(id, "sent")],
      ];
      for (const [loader, address] of asked)
        expect((await browser.get(loader, address)).status).toBe(404);
      const press = await browser.post(check, at(id, "check"), []);
      expect(press.status).toBe(404);
      await browser.post(deletion, at(id, "delete"), []);
      const page = at(id, "what-first");
      const posted = await browser.post(questionPage, page, words("His"));
      expect(posted).toMatchObject({
        status: 404,
        data: { answers: { "what-first": "His" } },
      });
    }
    expect((await hers.draftNow())?.answers).toEqual({ "what-first": "Hers" });
  });

  test("a form kept open after its draft was deleted, the cookie with it, comes back and begins new answers when it is sent again", async () => {
    const { browser, draft } = await givenRespondent(context, call, {});
    const page = at(draft.publicId, "about-you");
    const tab = await openTab(browser, page);
    await browser.post(deletion, at(draft.publicId, "delete"), []);
    expect(browser.cookie).toBe("");
    const fields: Fields = [...tab, ["respondent-kind", "parent"]];
    const back = await browser.post(questionPage, page, fields);
    expect(back).toMatchObject({
      status: 404,
      data: {
        answers: { "respondent-kind": "parent" },
        errors: { "": [expect.stringContaining("not in this browser")] },
      },
    });
    const { sendPath } = back.page?.data as { sendPath: string };
    const again = { ...page, path: sendPath };
    const sentAgain = await browser.post(questionPage, again, [
      ["draft", "new"],
      ["respondent-kind", "parent"],
    ]);
    expect(sentAgain.location).toBe("/respond/advice/what-first");
    const of = { callId: call.id, holderKey: keyOf(browser), now };
    expect((await findDraft(context.db, of))?.publicId).toBe(sentAgain.draft);
  });
});
