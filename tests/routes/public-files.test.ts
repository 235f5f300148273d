import { readdirSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import type { StagedFile } from "#app/domain/attachments/attachments.ts";
import { selectDraftAttachments } from "#app/domain/attachments/attachments.server.ts";
import { type Call } from "#app/domain/calls/calls.server.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { wordsIn } from "#app/words/words.ts";
import { deleteDraft } from "#app/domain/drafts/delete-drafts.server.ts";
import { givenBucketStore } from "#tests/given/bucket.ts";
import { stageFile } from "#tests/given/files.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";
import { addressOf } from "#tests/asking/browser.ts";

const words = wordsIn("en");
const page = addressOf("advice", "documents");
let context: RequestContext;
let call: Call;

/** A page that asks for a text and for files, the files required. */
const definition = callDefinitionSchema.parse({
  ...callForAdvice,
  pages: [
    ...callForAdvice.pages.filter(({ id }) => id !== "files"),
    {
      id: "documents",
      title: { en: "Documents" },
      questions: [
        {
          id: "about",
          type: "short-text",
          label: { en: "What are they about?" },
          required: true,
          missingMessage: { en: "Enter what they are about" },
        },
        {
          id: "files",
          type: "file-upload",
          label: { en: "Add your documents" },
          required: true,
        },
      ],
    },
  ],
});

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer({ definition }));
});

function stage(name: string, content: string): StagedFile {
  const { stagingFolder } = context.attachmentStore;
  return stageFile(stagingFolder, { name, bytes: Buffer.from(content) });
}

async function givenBrowser() {
  const { draft, browser } = await givenRespondent(context, call);
  const names = async () =>
    (await selectDraftAttachments(context.db, draft.id)).files?.map(
      (file) => file.name,
    ) ?? [];
  return { draft, names, browser };
}

test("a refused file is told beside its field; the good ones and the text stay", async () => {
  const { browser, names } = await givenBrowser();
  const sent = await browser.postFiles(questionPage, page, {
    fields: [
      ["about", "Two visits"],
      ["intent", "continue"],
    ],
    stagedFiles: [
      stage("notes.txt", "What we saw\n"),
      stage("report.pdf", "<html>not a report</html>"),
      stage("blank.txt", ""),
    ],
  });
  expect(sent.status).toBe(400);
  expect(sent.data).toMatchObject({
    answers: { about: "Two visits" },
    errors: {
      files: [
        expect.stringContaining("“report.pdf” is a web page"),
        expect.stringContaining("“blank.txt” is empty"),
      ],
    },
  });
  expect(sent.page?.data).toMatchObject({
    questions: [
      { id: "about" },
      {
        id: "files",
        files: [{ name: "notes.txt", facts: "Plain text, 1 KB" }],
      },
    ],
  });
  expect(await names()).toEqual(["notes.txt"]);
});

test("a file that arrives with an answer that does not fit is kept", async () => {
  const { browser, names } = await givenBrowser();
  const sent = await browser.postFiles(questionPage, page, {
    fields: [["about", ""]],
    stagedFiles: [stage("notes.txt", "What we saw\n")],
  });
  expect(sent.data).toMatchObject({
    errors: { about: ["Enter what they are about"] },
  });
  expect(await names()).toEqual(["notes.txt"]);
});

test("to upload, the other answers need not be in order, and the page is shown again", async () => {
  const { browser, names } = await givenBrowser();
  const sent = await browser.postFiles(questionPage, page, {
    fields: [["intent", "upload"]],
    stagedFiles: [stage("notes.txt", "What we saw\n")],
  });
  expect(sent.location).toBe("/respond/advice/documents");
  expect(await names()).toEqual(["notes.txt"]);
});

test("Upload without a file, and Continue without a required one, say to select one", async () => {
  const { browser } = await givenBrowser();
  for (const intent of ["upload", "continue"]) {
    const sent = await browser.postFiles(questionPage, page, {
      fields: [
        ["about", "Two visits"],
        ["intent", intent],
      ],
    });
    expect(sent.data).toMatchObject({
      errors: { files: [words.questions.selectFile] },
    });
  }
});

test("a part of the form that was lost on the way is told, not passed over", async () => {
  const { browser } = await givenBrowser();
  const sent = await browser.postFiles(questionPage, page, {
    fields: [["about", "Two visits"]],
    stagedFiles: [stage("notes.txt", "What we saw\n")],
    refusedParts: [{ questionId: undefined, reason: "too-many-fields" }],
  });
  expect(sent.data).toMatchObject({
    errors: { "": [words.page.formIncomplete] },
  });
});

test("Remove takes a file out and keeps what was typed; pressed twice it is still gone", async () => {
  const { browser, draft, names } = await givenBrowser();
  await browser.postFiles(questionPage, page, {
    stagedFiles: [stage("notes.txt", "What we saw\n")],
  });
  const [file] =
    (await selectDraftAttachments(context.db, draft.id)).files ?? [];
  for (let press = 1; press <= 2; press += 1) {
    const sent = await browser.postFiles(questionPage, page, {
      fields: [
        ["about", "Half a sen"],
        ["intent", `remove:${file?.publicId}`],
      ],
    });
    expect(sent.location).toBe("/respond/advice/documents");
  }
  expect(await names()).toEqual([]);
  const seen = await browser.get(questionPage.loader, page);
  expect(seen.data).toMatchObject({ answers: { about: "Half a sen" } });
});

test("somebody else's file is not removed by its id, nor anything by a made-up one", async () => {
  const owner = await givenBrowser();
  await owner.browser.postFiles(questionPage, page, {
    stagedFiles: [stage("notes.txt", "What we saw\n")],
  });
  const [file] =
    (await selectDraftAttachments(context.db, owner.draft.id)).files ?? [];
  const thief = await givenBrowser();
  for (const id of [file?.publicId, "../../etc/passwd", "", "1"]) {
    const sent = await thief.browser.postFiles(questionPage, page, {
      fields: [["intent", `remove:${id}`]],
    });
    expect(sent.status).toBe(303);
  }
  expect(await owner.names()).toEqual(["notes.txt"]);
});

test("where files cannot be kept, that is told beside the field, and the text is saved all the same", async () => {
  const { bucket, store } = await givenBucketStore();
  context = { ...context, attachmentStore: store };
  const { browser, draftNow } = await givenRespondent(context, call);
  bucket.troubles.push({ to: "PUT", does: "answer", times: 9 });
  const sent = await browser.postFiles(questionPage, page, {
    fields: [
      ["about", "Two visits"],
      ["intent", "continue"],
    ],
    stagedFiles: [
      stage("notes.txt", "What we saw\n"),
      stage("more.txt", "What we heard\n"),
    ],
  });
  expect(sent.status).toBe(400);
  expect(sent.data).toMatchObject({
    answers: { about: "Two visits" },
    errors: {
      files: [
        expect.stringContaining("“notes.txt” was not added"),
        expect.stringContaining("“more.txt” was not added"),
      ],
    },
  });
  expect((await draftNow())?.answers).toMatchObject({ about: "Two visits" });
  expect(readdirSync(store.stagingFolder)).toEqual([]);
  // The second file is not tried where the first was not taken.
  expect(
    new Set(bucket.asked.filter((line) => /^PUT att/.test(line))).size,
  ).toBe(2);
});

test("a draft is deleted, and a file removed, although the bucket does not answer", async () => {
  const { bucket, store } = await givenBucketStore();
  context = { ...context, attachmentStore: store };
  const { browser, draft, draftNow, holderKey } = await givenRespondent(
    context,
    call,
  );
  await browser.postFiles(questionPage, page, {
    stagedFiles: [stage("a.txt", "One\n"), stage("b.txt", "Two\n")],
  });
  const [file] =
    (await selectDraftAttachments(context.db, draft.id)).files ?? [];
  bucket.troubles.push({ to: "DELETE", does: "answer", times: 99 });
  const sent = await browser.postFiles(questionPage, page, {
    fields: [["intent", `remove:${file?.publicId}`]],
  });
  expect(sent.status).toBe(303);
  const of = { callId: call.id, holderKey, now };
  expect(await deleteDraft(context.db, store, of)).toBe(true);
  expect(await draftNow()).toBeUndefined();
});
