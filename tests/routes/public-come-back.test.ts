import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as comeBack from "#app/routes/_public.come-back.tsx";
import { loader as form } from "#app/routes/_public.respond.$call._index.tsx";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as save from "#app/routes/_public.respond.$call.save/route.tsx";
import { loader as offDevice } from "#app/routes/_public.respond.$call.off-device.tsx";
import { loader as somebodyElse } from "#app/routes/_public.respond.$call.somebody-else.tsx";
import { givenDraftFile } from "#app/tasks/demo/factories.ts";
import { type Fields, openBrowser } from "#tests/asking/browser.ts";
import { addressWith, openTab } from "#tests/asking/question-page.ts";
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
const comeBackPage = { path: "/come-back", params: {} };
const makeCode: Fields = [["intent", "make-code"]];

async function givenCode() {
  const given = await givenRespondent(context, call, { "what-first": "Hers" });
  const savePage = at(given.draft.publicId, "save");
  const made = await given.browser.post(save, savePage, makeCode);
  const { code } = made.data as { code: string };
  return { ...given, savePage, made, code };
}

test("Save and come back later saves, judges nothing, and leads to the page that makes a code", async () => {
  const { browser, draft, draftNow } = await givenRespondent(context, call, {});
  const page = at(draft.publicId, "contact");
  const left = await browser.post(questionPage, page, [
    ...(await openTab(browser, page)),
    ["email", "not yet"],
    ["intent", "later"],
  ]);
  expect(left).toMatchObject({
    location: "/respond/advice/save",
    draft: draft.publicId,
  });
  expect((await draftNow())?.answers).toEqual({ email: "not yet" });
  const told = await browser.get(save.loader, at(draft.publicId, "save"));
  expect(told.data).toMatchObject({
    hasCode: false,
    until: expect.stringMatching(/22 December 2026, UK time/) as string,
  });
});

test("a code is shown by the answer that made it, and by nothing after", async () => {
  const { browser, savePage, made, code } = await givenCode();
  expect(made.status).toBe(200);
  expect(code).toHaveLength(29);
  const again = await browser.get(save.loader, savePage);
  expect(again.data).toMatchObject({ hasCode: true });
  expect(JSON.stringify(again.data)).not.toContain(code);
});

test("a code opens the answers where they were left, files included, in a browser that had none", async () => {
  const { draft, code } = await givenCode();
  const of = { draftId: draft.id, questionId: "papers", now };
  await givenDraftFile(context.db, context.attachmentStore, of);
  const phone = openBrowser(context);
  expect((await phone.get(comeBack.loader, comeBackPage)).status).toBe(200);
  const typed = code.toLowerCase().replaceAll("-", " ");
  const opened = await phone.post(comeBack, comeBackPage, [["code", typed]]);
  expect(opened).toMatchObject({
    location: "/respond/advice",
    draft: draft.publicId,
  });
  expect(JSON.stringify(opened.headers.get("Location"))).not.toContain(code);
  const path = { path: `/respond/advice?draft=${draft.publicId}` };
  const led = await phone.get(form, { ...path, params: { call: "advice" } });
  expect(led.location).toBe("/respond/advice/how-to-listen");
  const shown = await phone.get(
    questionPage.loader,
    at(draft.publicId, "what-first"),
  );
  expect(shown.data).toMatchObject({ answers: { "what-first": "Hers" } });
});

test("a key that somebody put into the browser does not open what is come back to there", async () => {
  const { draft, code } = await givenCode();
  const planted = `heard-draft=${"A".repeat(43)}`;
  const shared = openBrowser(context, planted);
  await shared.post(comeBack, comeBackPage, [["code", code]]);
  expect(shared.cookie).not.toBe(planted);
  const page = at(draft.publicId, "what-first");
  const other = openBrowser(context, planted);
  expect((await other.get(questionPage.loader, page)).status).toBe(404);
});

describe("a code that opens nothing", () => {
  test("comes back as it was typed, with the way on, and ties nothing", async () => {
    const { code } = await givenCode();
    const wrong = `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`;
    const phone = openBrowser(context);
    for (const typed of [wrong, "", "?"]) {
      const sent = await phone.post(comeBack, comeBackPage, [["code", typed]]);
      expect(sent).toMatchObject({
        status: 400,
        data: { errors: { code: expect.stringContaining("opens nothing") } },
      });
    }
    const holders = await context.db
      .selectFrom("draft_holders")
      .selectAll()
      .execute();
    expect(holders).toHaveLength(2);
  });

  test("is slowed after sixty tries from a network, also for a right one, and elsewhere it is not", async () => {
    const { code } = await givenCode();
    const phone = openBrowser(context);
    const tryWrong = () =>
      phone.post(comeBack, comeBackPage, [["code", "AAAA"]]);
    for (let count = 0; count < 60; count += 1)
      expect((await tryWrong()).status).toBe(400);
    expect((await tryWrong()).status).toBe(429);
    const right = await phone.post(comeBack, comeBackPage, [["code", code]]);
    expect(right).toMatchObject({
      status: 429,
      data: {
        sent: { code },
        errors: { code: expect.stringMatching(/Wait 15 minutes/) },
      },
    });
    const elsewhere = openBrowser({ ...context, networkKey: "elsewhere" });
    const opened = await elsewhere.post(comeBack, comeBackPage, [
      ["code", code],
    ]);
    expect(opened.location).toBe("/respond/advice");
  });
});

describe("on a shared device", () => {
  test("answers are taken off it once they have a code, and their cookie goes", async () => {
    const { browser, draft, savePage } = await givenCode();
    const off = await browser.post(save, savePage, [["intent", "take-off"]]);
    expect(off).toMatchObject({
      location: "/respond/advice/off-device",
      draft: draft.publicId,
    });
    expect(browser.cookie).toBe("");
    const told = await browser.get(offDevice, at(draft.publicId, "off-device"));
    expect(told.data).toMatchObject({ draftMark: draft.publicId });
  });

  test("they are not taken off without one, nor by somebody else", async () => {
    const { browser, draft, draftNow } = await givenRespondent(context, call);
    const off: Fields = [["intent", "take-off"]];
    const other = openBrowser(context, `heard-draft=${"B".repeat(43)}`);
    for (const one of [browser, other])
      expect(
        (await one.post(save, at(draft.publicId, "save"), off)).location,
      ).toBe("/respond/advice/save");
    expect(await draftNow()).toBeDefined();
    const theirs = await other.get(save.loader, at(draft.publicId, "save"));
    expect(theirs.status).toBe(404);
  });

  test("somebody else starts an answer of their own, told what becomes of the first", async () => {
    const { browser, draft } = await givenRespondent(context, call);
    const asked = await browser.get(
      somebodyElse,
      at(draft.publicId, "somebody-else"),
    );
    expect(asked.data).toMatchObject({
      ownPath: "/respond/advice?draft=new",
      stays: expect.stringMatching(/22 December 2026, UK time/) as string,
    });
  });
});
