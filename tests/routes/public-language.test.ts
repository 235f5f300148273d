import { beforeEach, describe, expect, test } from "vitest";
import { borrowedTexts } from "#app/domain/calls/borrowed-texts.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { firstSettings } from "#app/http/portal-settings.server.ts";
import { chosenLanguage } from "#app/http/request/language.server.ts";
import * as home from "#app/routes/_public._index.tsx";
import * as comeBack from "#app/routes/_public.come-back.tsx";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as save from "#app/routes/_public.respond.$call.save/route.tsx";
import * as sent from "#app/routes/_public.respond.$call.sent/route.tsx";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { type Address, openBrowser } from "#tests/asking/browser.ts";
import { addressWith, openTab } from "#tests/asking/question-page.ts";
import {
  givenCallToAnswer,
  givenRespondent,
} from "#tests/given/respondents.ts";
import { callInWelsh } from "#tests/given/welsh-call.ts";

const welsh = "heard-language=cy";
const english = "heard-language=en";
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer({ definition: callInWelsh }));
  context.settings = { ...firstSettings(context.env), alsoIn: ["cy"] };
});

const spoken = (answer: { data: unknown }) => {
  const data = answer.data as Record<string, unknown>;
  return (data.shown ?? data) as Record<string, unknown>;
};

describe("the language of a page", () => {
  test("is English for whoever has chosen none, whatever their browser would like", () => {
    const headers = { "Accept-Language": "cy" };
    const asked = new Request("http://localhost:3000/", { headers });
    expect(chosenLanguage(asked, context)).toBeUndefined();
  });

  test("is the one that the address names, before the one that the cookie keeps", () => {
    const ask = (path: string, Cookie: string) =>
      chosenLanguage(
        new Request(`http://localhost:3000${path}`, { headers: { Cookie } }),
        context,
      );
    expect(ask("/", `other=cy; ${welsh}`)).toBe("cy");
    expect(ask("/?lang=en", welsh)).toBe("en");
    expect(ask("/?lang=xx", welsh)).toBe("cy");
    expect(ask("/?lang=xx", "heard-language=xx")).toBeUndefined();
  });

  test("is the chosen one where the call is offered in it, and English where it is not", async () => {
    const other = await givenCall(context.db, { slug: "english" });
    await givenRespondent(context, other);
    const browser = openBrowser(context, welsh);
    const page = (slug: string, id: string): Address => ({
      path: `/respond/${slug}/${id}`,
      params: { call: slug, page: id },
    });
    const inWelsh = await browser.get(
      questionPage.loader,
      page("advice", "rider"),
    );
    expect(spoken(inWelsh)).toMatchObject({
      language: "cy",
      pageHeading: "Pa mor aml rydych yn teithio?",
    });
    const inEnglish = await browser.get(
      questionPage.loader,
      page("english", "about-you"),
    );
    expect(spoken(inEnglish)).toMatchObject({ language: "en" });
  });

  test("is said of each of several calls on the first page", async () => {
    await givenCall(context.db, { slug: "english" });
    const browser = openBrowser(context, welsh);
    const shown = await browser.get(home.loader, { path: "/", params: {} });
    const { open } = spoken(shown) as { open: { title: string }[] };
    expect(open.map(({ title }) => title).toSorted()).toEqual([
      "Call for Advice",
      "Galwad am fysiau",
    ]);
  });
});

describe("answers", () => {
  test("are in the language in which they were saved last, and are sent in the one they are read in", async () => {
    const given = await givenRespondent(context, call, {
      often: "daily",
      words: "Mwy ohonyn nhw",
    });
    const { browser, draft, draftNow } = given;
    const before = browser.cookie;
    const page = addressWith(draft.publicId, "story");
    browser.cookie = `${before}; ${welsh}`;
    const fields = await openTab(browser, page);
    await browser.post(questionPage, page, [
      ...fields,
      ["words", "Mwy ohonyn nhw!"],
      ["intent", "back"],
    ]);
    expect((await draftNow())?.language).toBe("cy");
    browser.cookie = `${before}; ${english}`;
    const at = addressWith(draft.publicId, "check");
    const read = await browser.get(check.loader, at);
    expect(read.data).toMatchObject({ language: "en" });
    browser.cookie = `${before}; ${welsh}`;
    await browser.post(check, at, [["draft", draft.publicId]]);
    const response = await context.db
      .selectFrom("responses")
      .select("language")
      .executeTakeFirstOrThrow();
    expect(response.language).toBe("cy");
    const receiptIn = async (cookie: string) => {
      browser.cookie = `${before}; ${cookie}`;
      const receipt = addressWith(draft.publicId, "sent");
      return spoken(await browser.get(sent.loader, receipt)).heading;
    };
    expect(await receiptIn(welsh)).toBe("Mae eich atebion wedi’u hanfon");
    expect(await receiptIn(english)).toBe("Your answers have been sent");
  });

  test("lose nothing that was typed where the language is changed on their page", async () => {
    const { browser, draft, draftNow } = await givenRespondent(context, call, {
      often: "daily",
    });
    const page = addressWith(draft.publicId, "story");
    const changed = await browser.post(questionPage, page, [
      ...(await openTab(browser, page)),
      ["words", "Half a sen"],
      ["intent", "speak:cy"],
    ]);
    expect(changed.location).toBe("/respond/advice/story?lang=cy");
    expect((await draftNow())?.answers).toMatchObject({ words: "Half a sen" });
  });

  test("come back in their own language on a device where none was chosen", async () => {
    const { browser, draft } = await givenRespondent(context, call);
    const page = addressWith(draft.publicId, "story");
    browser.cookie += `; ${welsh}`;
    await browser.post(questionPage, page, [
      ...(await openTab(browser, page)),
      ["words", "Eto"],
      ["intent", "later"],
    ]);
    const at = addressWith(draft.publicId, "save");
    const made = await browser.post(save, at, [["intent", "make-code"]]);
    const { code } = made.data as { code: string };
    const elsewhere = openBrowser(context);
    await elsewhere.post(comeBack, { path: "/come-back", params: {} }, [
      ["code", code],
    ]);
    const shown = await elsewhere.get(questionPage.loader, page);
    expect(spoken(shown)).toMatchObject({ language: "cy" });
  });
});

describe("a text that is in English only", () => {
  test("is told from those that are there in the language, an earlier one of the same words too", () => {
    const found = borrowedTexts(
      [{ en: "GP" }, { deep: [{ en: "GP", cy: "GP" }] }, { en: "Nurse" }],
      "cy",
    );
    expect([...found]).toEqual(["Nurse"]);
    expect([...borrowedTexts([{ en: "Nurse" }], "en")]).toEqual([]);
  });

  test("is every one of a call's that has no other", () => {
    expect([...borrowedTexts(callInWelsh, "cy")].toSorted()).toEqual([
      "Hardly ever",
      "In a usual week.",
      "We write down what we heard.",
    ]);
  });
});
