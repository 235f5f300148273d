import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import {
  givenCall,
  givenDraft,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { addressOf, type Fields, openBrowser } from "#tests/asking/browser.ts";
import { countDrafts } from "#tests/asking/events.ts";
import { keyOf, openTab, saveUnasked } from "#tests/asking/question-page.ts";
import { send } from "#tests/asking/sent-drafts.ts";
import { stageFile } from "#tests/given/files.ts";
import { givenCallToAnswer } from "#tests/given/respondents.ts";

let now: Date;
const firstPage = addressOf("advice", "about-you");
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  const given = await givenCallToAnswer();
  now = given.context.now();
  context = { ...given.context, now: () => now };
  call = given.call;
});

type Browser = ReturnType<typeof openBrowser>;

const kind = (is: string): Fields => [["respondent-kind", is]];
const back: Fields = [["intent", "back"]];

const draftOf = (browser: Browser) =>
  findDraft(context.db, { callId: call.id, holderKey: keyOf(browser), now });

describe("no draft is begun by a first page with nothing on it", () => {
  test("on which Back is pressed", async () => {
    const browser = openBrowser(context);
    const fields = [...(await openTab(browser, firstPage)), ...back];
    const sent = await browser.post(questionPage, firstPage, fields);
    expect(sent.location).toBe("/calls/advice");
    expect(await countDrafts(context.db)).toBe(1);
  });

  test("on which Continue is pressed, and which comes back with what is missing", async () => {
    const browser = openBrowser(context);
    const tab = await openTab(browser, firstPage);
    const sent = await browser.post(questionPage, firstPage, tab);
    expect(sent.status).toBe(400);
    expect(sent.data).toMatchObject({
      errors: { "respondent-kind": [expect.any(String)] },
    });
    expect(sent.page?.data).toMatchObject({ draftMark: "new", version: 0 });
    expect(await countDrafts(context.db)).toBe(1);
  });

  test("that saves itself", async () => {
    const browser = openBrowser(context);
    const tab = await openTab(browser, firstPage);
    const saved = await saveUnasked(context, browser, tab, firstPage);
    expect(saved).toMatchObject({
      status: 200,
      data: { draft: "new", version: 0 },
    });
    expect(await countDrafts(context.db)).toBe(1);
  });

  test("but one is by Continue where nothing on it has to be answered", async () => {
    const definition = callDefinitionSchema.parse({
      ...callForAdvice,
      pages: [
        {
          id: "thoughts",
          questions: [
            { id: "first", type: "long-text", label: { en: "Thoughts" } },
          ],
        },
        {
          id: "more",
          questions: [
            { id: "second", type: "long-text", label: { en: "More" } },
          ],
        },
      ],
    });
    call = await givenCall(context.db, { slug: "thoughts", definition });
    const thoughts = addressOf("thoughts", "thoughts");
    const browser = openBrowser(context);
    const tab = await openTab(browser, thoughts);
    const sent = await browser.post(questionPage, thoughts, tab);
    expect(sent.location).toBe("/respond/thoughts/more");
    expect((await draftOf(browser))?.answers).toEqual({});
    expect(await countDrafts(context.db)).toBe(2);
  });

  test("and one is by Back with something typed", async () => {
    const browser = openBrowser(context);
    const tab = await openTab(browser, firstPage);
    const fields = [...tab, ...kind("parent"), ...back];
    const sent = await browser.post(questionPage, firstPage, fields);
    expect(sent.location).toBe("/calls/advice");
    expect((await draftOf(browser))?.answers).toEqual({
      "respondent-kind": "parent",
    });
  });

  test("and one is by a file, with nothing typed beside it", async () => {
    const definition = callDefinitionSchema.parse({
      ...callForAdvice,
      pages: [
        {
          id: "paper",
          questions: [
            { id: "file", type: "file-upload", label: { en: "The file" } },
          ],
        },
      ],
    });
    call = await givenCall(context.db, { slug: "papers", definition });
    const paper = addressOf("papers", "paper");
    const browser = openBrowser(context);
    const fields = [...(await openTab(browser, paper)), ...back];
    const { stagingFolder } = context.attachmentStore;
    const staged = stageFile(stagingFolder, {
      name: "notes.txt",
      bytes: Buffer.from("Notes\n"),
      questionId: "file",
    });
    const stagedFiles = [staged];
    await browser.postFiles(questionPage, paper, { fields, stagedFiles });
    const shown = await browser.get(questionPage.loader, paper);
    expect(shown.data).toMatchObject({
      draftMark: (await draftOf(browser))?.publicId,
      questions: [{ files: [{ name: "notes.txt" }] }],
    });
  });
});

test("a page that names a sent draft of another call begins nothing, and comes back", async () => {
  const elsewhere = await givenDraft(context.db, { answers: someAdvice, now });
  await send(context.db, elsewhere.draft.id);
  const browser = openBrowser(context, `heard-draft=${elsewhere.holderKey}`);
  const fields: Fields = [["draft", elsewhere.draft.publicId]];
  const sent = await browser.post(questionPage, firstPage, [
    ...fields,
    ...kind("parent"),
  ]);
  expect(sent).toMatchObject({
    status: 404,
    data: { answers: { "respondent-kind": "parent" } },
  });
  expect(await countDrafts(context.db)).toBe(2);
});

describe("two first posts of one page that cross on the way", () => {
  /** Two requests that left with the cookie from before there was a draft. */
  async function givenCrossing() {
    const first = openBrowser(context);
    const tab = await openTab(first, firstPage);
    const second = openBrowser(context, first.cookie);
    return { first, second, tab };
  }

  test("of a double click begin one draft, with one key", async () => {
    const { first, second, tab } = await givenCrossing();
    const third = openBrowser(context, first.cookie);
    const planted = first.cookie;
    const fields = [...tab, ...kind("parent")];
    const sent = await Promise.all(
      [first, second].map((one) => one.post(questionPage, firstPage, fields)),
    );
    for (const { location } of sent)
      expect(location).toBe("/respond/advice/what-first");
    expect(await countDrafts(context.db)).toBe(2);
    expect(second.cookie).toBe(first.cookie);
    expect(first.cookie).not.toBe(planted);
    now = new Date(now.getTime() + 59_000);
    await third.post(questionPage, firstPage, fields);
    expect(third.cookie).toBe(first.cookie);
  });

  test("a save by itself that comes after Continue changes neither key nor answer", async () => {
    const { first, second, tab } = await givenCrossing();
    const fields = [...tab, ...kind("parent")];
    await first.post(questionPage, firstPage, fields);
    const earlier = [...tab, ...kind("foster-carer")];
    const late = await saveUnasked(context, second, earlier, firstPage);
    expect(late.status).toBe(409);
    expect(late.cookie).toBe(first.cookie);
    expect(await countDrafts(context.db)).toBe(2);
    expect((await draftOf(first))?.answers).toEqual({
      "respondent-kind": "parent",
    });
  });

  test("Continue that comes after a save by itself goes on with its draft", async () => {
    const { first, second, tab } = await givenCrossing();
    const earlier = [...tab, ...kind("foster-carer")];
    const saved = await saveUnasked(context, first, earlier, firstPage);
    const fields = [...tab, ...kind("parent")];
    const sent = await second.post(questionPage, firstPage, fields);
    expect(sent.location).toBe("/respond/advice/what-first");
    expect(second.cookie).toBe(saved.cookie);
    expect(await countDrafts(context.db)).toBe(2);
    expect((await draftOf(second))?.answers).toEqual({
      "respondent-kind": "parent",
    });
  });

  test("of another page, or a minute later, have a key of their own: nobody can come by a draft's key with the one they put there", async () => {
    const { first, second, tab } = await givenCrossing();
    const third = openBrowser(context, first.cookie);
    const fields = [...tab, ...kind("parent")];
    await first.post(questionPage, firstPage, fields);
    const other = await openTab(second, firstPage);
    await second.post(questionPage, firstPage, [...other, ...kind("parent")]);
    expect(second.cookie).not.toBe(first.cookie);
    now = new Date(now.getTime() + 60_001);
    await third.post(questionPage, firstPage, fields);
    expect(third.cookie).not.toBe(first.cookie);
  });

  test("share a key that only Heard's secret makes", async () => {
    const { first, second, tab } = await givenCrossing();
    const fields = [...tab, ...kind("parent")];
    await first.post(questionPage, firstPage, fields);
    const env = { ...context.env, secret: `${context.env.secret}, not` };
    const elsewhere = openBrowser({ ...context, env }, second.cookie);
    await elsewhere.post(questionPage, firstPage, fields);
    expect(elsewhere.cookie).not.toBe(first.cookie);
  });
});
