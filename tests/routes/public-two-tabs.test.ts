import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import { deleteDraft } from "#app/domain/drafts/delete-drafts.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { stageFile } from "#tests/given/files.ts";
import { addressOf, type Fields, openBrowser } from "#tests/asking/browser.ts";
import { keyOf, openTab } from "#tests/asking/question-page.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";

const callWithOnePage = callDefinitionSchema.parse({
  ...callForAdvice,
  pages: [
    {
      id: "paper",
      title: { en: "Your paper" },
      questions: [
        { id: "about", type: "long-text", label: { en: "About it" } },
        { id: "file", type: "file-upload", label: { en: "The file" } },
      ],
    },
  ],
});

const words = wordsIn("en");
const page = addressOf("advice", "what-first");
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
});

const typed = (tab: Fields, text: string, intent = "continue"): Fields => [
  ...tab,
  ["what-first", text],
  ["intent", intent],
];

async function givenTwoTabs() {
  const given = await givenRespondent(context, call, {});
  const [first, second] = [
    await openTab(given.browser, page),
    await openTab(given.browser, page),
  ];
  const saved = await given.browser.post(
    questionPage,
    page,
    typed(first, "An hour\nof writing"),
  );
  expect(saved.location).toBe("/respond/advice/how-to-listen");
  return { ...given, stale: second };
}

describe("a page that is older than what is saved", () => {
  test("with an empty box: nothing is deleted, and the box holds what is saved", async () => {
    const { browser, draftNow, stale } = await givenTwoTabs();
    const sent = await browser.post(questionPage, page, typed(stale, ""));
    expect(sent.status).toBe(409);
    expect(sent.data).toEqual({
      answers: { "what-first": "An hour\nof writing" },
      errors: {
        "": [words.page.savedElsewhere],
        "what-first": [words.page.savedShown],
      },
      version: 1,
      savedLines: { "what-first": "An hour\nof writing" },
    });
    expect(sent.page?.data).toMatchObject({
      title: expect.stringMatching(/^Error: /),
    });
    expect((await draftNow())?.answers).toEqual({
      "what-first": "An hour\nof writing",
    });
  });

  test("with another text: both are shown, and each can be kept", async () => {
    const { browser, draftNow, stale } = await givenTwoTabs();
    const sent = await browser.post(questionPage, page, typed(stale, "Mine"));
    expect(sent).toMatchObject({
      status: 409,
      data: {
        answers: { "what-first": "Mine" },
        savedLines: { "what-first": "An hour\nof writing" },
        version: 1,
      },
    });
    const seen: Fields = [stale[0] ?? ["", ""], ["version", "1"]];
    const keepSaved = typed(seen, "Mine", "keep-saved");
    const kept = await browser.post(questionPage, page, keepSaved);
    expect(kept.location).toBe("/respond/advice/what-first");
    expect((await draftNow())?.answers["what-first"]).toMatch(/^An hour/);
    const mine = await browser.post(questionPage, page, typed(seen, "Mine"));
    expect(mine.location).toBe("/respond/advice/how-to-listen");
    expect((await draftNow())?.answers["what-first"]).toBe("Mine");
  });

  test("with the same text goes on", async () => {
    const { browser, stale } = await givenTwoTabs();
    const same = typed(stale, "An hour\r\nof writing");
    const sent = await browser.post(questionPage, page, same);
    expect(sent.location).toBe("/respond/advice/how-to-listen");
  });

  test("from before there was a draft, or of no version at all, is as old", async () => {
    const { browser } = await givenTwoTabs();
    for (const tab of [
      [
        ["draft", "new"],
        ["version", "0"],
      ],
      [["draft", "new"]],
      [],
      [["version", "-1"]],
      [["version", "9".repeat(400)]],
    ] as Fields[]) {
      const sent = await browser.post(questionPage, page, typed(tab, ""));
      expect(sent.status).toBe(409);
    }
  });

  test("given back because too many had come, is as old as it was when it is sent again", async () => {
    const { browser, holderKey, draftNow, stale } = await givenTwoTabs();
    const waiting = { ...context, mustWaitSeconds: 61 };
    const slowed = openBrowser(waiting, `heard-draft=${holderKey}`);
    const mine = typed(stale, "Mine");
    const refused = await slowed.post(questionPage, page, mine);
    expect(refused.status).toBe(429);
    const shown = { ...refused.page?.data, ...refused.data };
    const again: Fields = [
      ["draft", String(shown.draftMark)],
      ["version", String(shown.version)],
    ];
    const late = await browser.post(questionPage, page, typed(again, "Mine"));
    expect(late.status).toBe(409);
    expect((await draftNow())?.answers).toEqual({
      "what-first": "An hour\nof writing",
    });
  });

  test("of a draft that was deleted changes nothing in the one that was begun since, and comes back", async () => {
    const { browser, holderKey } = await givenRespondent(context, call, {});
    const first = await openTab(browser, page);
    await browser.post(questionPage, page, typed(first, "To be deleted"));
    const tab = await openTab(browser, page);
    expect(tab[1]).toEqual(["version", "1"]);
    const of = { callId: call.id, holderKey, now };
    await deleteDraft(context.db, context.attachmentStore, of);
    const begun: Fields = [["draft", "new"]];
    await browser.post(questionPage, page, typed(begun, "Begun since"));
    const sent = await browser.post(questionPage, page, typed(tab, "Old"));
    expect(sent).toMatchObject({
      status: 404,
      data: {
        answers: { "what-first": "Old" },
        errors: { "": [expect.stringContaining("not in this browser")] },
      },
      page: { data: { draftMark: "new" } },
    });
    const find = { callId: call.id, holderKey: keyOf(browser), now };
    expect((await findDraft(context.db, find))?.answers).toEqual({
      "what-first": "Begun since",
    });
  });

  test("keeps the files that came with it, in the page's other question", async () => {
    const evidence = await givenCall(context.db, {
      slug: "papers",
      definition: callWithOnePage,
    });
    const { browser, draftNow } = await givenRespondent(context, evidence, {});
    const paper = addressOf("papers", "paper");
    const tab = await openTab(browser, paper);
    await browser.post(questionPage, paper, [...tab, ["about", "Long"]]);
    const bytes = Buffer.from("Notes\n");
    const { stagingFolder } = context.attachmentStore;
    const sent = await browser.postFiles(questionPage, paper, {
      fields: [...tab, ["about", ""]],
      stagedFiles: [
        stageFile(stagingFolder, {
          name: "notes.txt",
          bytes,
          questionId: "file",
        }),
      ],
    });
    expect(sent.status).toBe(409);
    expect((await draftNow())?.answers).toEqual({ about: "Long" });
    expect(sent.page?.data).toMatchObject({
      questions: [{ files: [] }, { files: [{ name: "notes.txt" }] }],
    });
  });
});

test("Back saves what is typed, judges nothing, and leads to the page before", async () => {
  const { browser, draftNow } = await givenRespondent(context, call, {});
  const contact = addressOf("advice", "contact");
  const tab = await openTab(browser, contact);
  const sent = await browser.post(questionPage, contact, [
    ...tab,
    ["email", "not yet"],
    ["intent", "back"],
  ]);
  expect(sent.location).toBe("/respond/advice/quoting");
  expect((await draftNow())?.answers).toEqual({ email: "not yet" });
});
