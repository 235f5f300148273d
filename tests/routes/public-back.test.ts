import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { wordsIn } from "#app/words/words.ts";
import { addressOf, type Fields, openBrowser } from "#tests/asking/browser.ts";
import { countDrafts } from "#tests/asking/events.ts";
import { keyOf, openTab, saveUnasked } from "#tests/asking/question-page.ts";
import { givenCallToAnswer, now } from "#tests/given/respondents.ts";

/* A browser's Back, without the script: the page comes back as it was left, hidden fields too. */

const words = wordsIn("en");
const firstPage = addressOf("advice", "about-you");
const page = addressOf("advice", "what-first");
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
});

type Browser = ReturnType<typeof openBrowser>;

const kind = (is: string): Fields => [["respondent-kind", is]];
const text = (typed: string): Fields => [["what-first", typed]];

const draftOf = (browser: Browser) =>
  findDraft(context.db, { callId: call.id, holderKey: keyOf(browser), now });

describe("who goes Back to a page in the same tab", () => {
  async function givenSavedPage(typed = "A first thought") {
    const browser = openBrowser(context);
    await browser.post(questionPage, firstPage, [
      ...(await openTab(browser, firstPage)),
      ...kind("parent"),
    ]);
    const tab = await openTab(browser, page);
    await browser.post(questionPage, page, [...tab, ...text(typed)]);
    return { browser, tab };
  }

  test("and writes something else is asked nothing, as often as they like", async () => {
    const { browser, tab } = await givenSavedPage();
    for (const typed of ["A second thought", "A third"]) {
      const sent = await browser.post(questionPage, page, [
        ...tab,
        ...text(typed),
      ]);
      expect(sent.location).toBe("/respond/advice/how-to-listen");
      expect((await draftOf(browser))?.answers["what-first"]).toBe(typed);
    }
  });

  test("which was there before the draft was", async () => {
    const browser = openBrowser(context);
    const tab = await openTab(browser, firstPage);
    for (const is of ["parent", "foster-carer"]) {
      const fields = [...tab, ...kind(is)];
      const sent = await browser.post(questionPage, firstPage, fields);
      expect(sent.location).toBe("/respond/advice/what-first");
    }
    const draft = await draftOf(browser);
    expect(draft?.answers).toEqual({ "respondent-kind": "foster-carer" });
  });

  test("is asked where another tab has saved since", async () => {
    const { browser, tab } = await givenSavedPage();
    const other = await openTab(browser, page);
    const elsewhere = [...other, ...text("In the other tab")];
    await browser.post(questionPage, page, elsewhere);
    const mine = [...tab, ...text("In this tab")];
    const sent = await browser.post(questionPage, page, mine);
    expect(sent).toMatchObject({
      status: 409,
      data: { savedLines: { "what-first": "In the other tab" } },
    });
  });

  test("is asked where the box is empty, which the browser may have done", async () => {
    const { browser, tab } = await givenSavedPage();
    const sent = await browser.post(questionPage, page, [...tab, ...text("")]);
    expect(sent.status).toBe(409);
    expect((await draftOf(browser))?.answers["what-first"]).toBe(
      "A first thought",
    );
  });

  test("loses nothing to an earlier text that comes late, saved by itself", async () => {
    const { browser, tab } = await givenSavedPage("The whole thought");
    const earlier = [...tab, ...text("The who")];
    const late = await saveUnasked(context, browser, earlier, page);
    expect(late).toMatchObject({
      status: 409,
      data: { reason: "saved-elsewhere" },
    });
    expect((await draftOf(browser))?.answers["what-first"]).toBe(
      "The whole thought",
    );
  });

  test("goes on where the page had saved itself, and that was not heard", async () => {
    const { browser, tab } = await givenSavedPage();
    const open = await openTab(browser, page);
    const half = [...open, ...text("Half a")];
    await saveUnasked(context, browser, half, page);
    const whole = [...open, ...text("Half a thought more")];
    const sent = await browser.post(questionPage, page, whole);
    expect(sent.location).toBe("/respond/advice/how-to-listen");
    const stale = [...tab, ...text("A first thought, changed")];
    expect((await browser.post(questionPage, page, stale)).status).toBe(409);
  });

  test("after sending is told so, and begins no second draft", async () => {
    const browser = openBrowser(context);
    const tab = await openTab(browser, firstPage);
    const fields = [...tab, ...kind("parent")];
    await browser.post(questionPage, firstPage, fields);
    await browser.post(questionPage, page, [
      ...(await openTab(browser, page)),
      ...text("My advice"),
    ]);
    const quoting = addressOf("advice", "quoting");
    await browser.post(questionPage, quoting, [
      ...(await openTab(browser, quoting)),
      ["may-quote", "yes"],
    ]);
    const sent = await browser.post(check, addressOf("advice", "check"), []);
    expect(sent.location).toBe("/respond/advice/sent");
    const count = await countDrafts(context.db);
    const again = await browser.post(questionPage, firstPage, fields);
    expect(again).toMatchObject({
      status: 409,
      data: { errors: { "": [words.page.alreadySent] } },
    });
    expect(await countDrafts(context.db)).toBe(count);
  });
});
