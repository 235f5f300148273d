import { describe, expect, test } from "vitest";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { type Fields, openBrowser } from "#tests/asking/browser.ts";
import { stageFile } from "#tests/given/files.ts";
import { fillDisk, givenPortal, typed } from "#tests/given/troubled-portal.ts";
import { holdWriteLock } from "#tests/given/write-lock.ts";

const list = (...values: string[]) =>
  values.map((value) => ({ value, label: { en: value } }));

const paper = callDefinitionSchema.parse({
  ...callForAdvice,
  pages: [
    {
      id: "paper",
      title: { en: "Your paper" },
      questions: [
        { id: "about", type: "long-text", label: { en: "About it" } },
        {
          id: "themes",
          type: "checkboxes",
          label: { en: "Themes" },
          choices: list("law", "money", "moves"),
        },
        { id: "more", type: "long-text", label: { en: "What else" } },
        { id: "file", type: "file-upload", label: { en: "The file" } },
      ],
    },
  ],
});

describe("a page's answers that could not be saved", () => {
  const path = "/respond/advice/paper?from=check";
  const fields: Fields = [
    ["draft", "new"],
    ["version", "0"],
    ["about", typed],
    ["themes", "money"],
    ["themes", "moves"],
    ["intent", "continue"],
  ];

  async function givenPage() {
    const portal = await givenPortal();
    const { context } = portal;
    await givenCall(context.db, { slug: "advice", definition: paper });
    const address = { path, params: { call: "advice", page: "paper" } };
    const browser = openBrowser(context);
    await browser.get(questionPage.loader, address);
    return { ...portal, address, browser };
  }

  test("come back in the page's own form while another process saves, and can be sent again", async () => {
    const { place, browser, address } = await givenPage();
    const lock = await holdWriteLock(place);
    const reply = await browser.post(questionPage, address, fields);
    await lock.release();
    expect(reply.status).toBe(503);
    expect(reply.headers.get("Retry-After")).toBe("10");
    expect(reply.data).toMatchObject({
      answers: { about: typed, themes: ["money", "moves"] },
      draftMark: "new",
      version: 0,
      errors: { "": [wordsIn("en").page.cannotSave.busy] },
    });
    expect(reply.page?.status).toBe(200);
    const again = await browser.post(questionPage, address, fields);
    expect(again.location).toBe("/respond/advice/check");
  });

  test("and where the disk is full; a file is to be chosen again", async () => {
    const { context, browser, address } = await givenPage();
    const { stagingFolder } = context.attachmentStore;
    const bytes = Buffer.from("A file.");
    const file = { name: "a.txt", bytes, questionId: "file" };
    const stagedFiles = [stageFile(stagingFolder, file)];
    await fillDisk(context);
    const long: Fields = [...fields, ["more", typed.repeat(500)]];
    const reply = await browser.postFiles(questionPage, address, {
      fields: long,
      stagedFiles,
    });
    expect(reply.status).toBe(507);
    const words = wordsIn("en");
    expect(reply.data).toMatchObject({
      answers: {
        about: typed,
        themes: ["money", "moves"],
        more: typed.repeat(500),
      },
      errors: { "": [words.page.cannotSave.disk, words.unsaved.files] },
    });
  });
});
