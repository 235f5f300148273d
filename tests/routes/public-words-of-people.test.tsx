import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { QuestionForm } from "#app/routes/_public.respond.$call.$page/question-form.tsx";
import type { QuestionPage } from "#app/screens/public/question-page.ts";
import { ReceiptPage } from "#app/routes/_public.respond.$call.sent/receipt.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { AttachmentsList } from "#app/ui/attachments-list.tsx";
import { CopyDocument } from "#app/ui/copy-document.tsx";
import { wordsIn } from "#app/words/words.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const words = wordsIn("en");
const arabic = "اسألوا الأطفال أولاً (2021).";
const reference = "H-8DRW-GVV8";
const code = "5Z3C-K07R-RTKA-VCMZ-W9Z8-96NN";
const files = [
  { publicId: "a", name: `${arabic}.pdf`, facts: "PDF, 1 KB", about: "" },
];
const answers = [
  { questionId: "first", label: "What first?", line: "Earlier.", files: [] },
  { questionId: "then", label: "And then?", line: arabic, files },
];

/** The tags that the elements with this text in them begin with. */
function tagsAround(page: ReactElement, text: string): string[] {
  const html = renderToStaticMarkup(page);
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const holders = new RegExp(
    `<[a-z][^>]*>(?=${escaped})|<input[^>]*="${escaped}"[^>]*>`,
    "g",
  );
  return [...html.matchAll(holders)].map(([tag]) => tag);
}

async function openQuestionPage(): Promise<QuestionPage> {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const definition = callDefinitionSchema.parse({
    ...callForAdvice,
    pages: [
      {
        id: "paper",
        title: { en: "Your paper" },
        questions: [
          { id: "about", type: "long-text", label: { en: "About it" } },
          { id: "name", type: "short-text", label: { en: "Its name" } },
          { id: "file", type: "file-upload", label: { en: "The file" } },
        ],
      },
    ],
  });
  const call: Call = await givenCall(db, { slug: "advice", definition });
  const { holderKey } = await givenDraft(db, {
    call,
    now: new Date(),
    answers: { about: arabic, name: arabic },
  });
  const browser = openBrowser(context, `heard-draft=${holderKey}`);
  const page = addressOf("advice", "paper");
  const { data } = await browser.get(questionPage.loader, page);
  return data as QuestionPage;
}

const copy = (
  <CopyDocument
    language="en"
    title="A copy"
    heading="A copy"
    facts={[{ label: "Reference number", value: reference, isExact: true }]}
    code={{ label: "Receipt code", value: code, warning: "Keep it." }}
    answers={{
      heading: "Your answers",
      entries: [
        {
          questionId: "then",
          label: "And then?",
          line: arabic,
          files: files.map((file) => ({ ...file, sha256: "0a1b" })),
        },
      ],
    }}
    files={{ heading: "Files", note: "How.", fingerprint: "Fingerprint" }}
  />
);

const receipt = (
  <ReceiptPage
    page={{
      title: "Sent",
      heading: "Sent",
      language: "en",
      callSlug: "advice",
      callPath: "/calls/advice",
      anotherPath: undefined,
      care: undefined,
      receipt: undefined,
      isCleared: false,
    }}
    receipt={{
      reference,
      receiptCode: code,
      copyPath: "/respond/advice/copy",
      signedPath: "/respond/advice/signed",
      clearPath: "/respond/advice/sent",
      draftMark: "mark",
      facts: [],
      comeBackTo: "https://portal.example/receipt",
      visibleUntil: "tomorrow",
      whatHappensNext: "We read it.",
      answers,
    }}
    words={words}
  />
);

describe("a text has its own direction, whatever the page's", () => {
  test("in the boxes it is typed into, and beside them after another tab saved", async () => {
    const view = await openQuestionPage();
    const reply = {
      answers: view.answers,
      errors: {},
      savedLines: { about: arabic },
    };
    const tags = tagsAround(<QuestionForm view={view} reply={reply} />, arabic);
    expect(tags.map((tag) => tag.slice(0, 6))).toEqual([
      "<texta",
      "<p cla",
      "<input",
    ]);
    for (const tag of tags) expect(tag).toContain('dir="auto"');
  });

  test.each([
    [
      "where it is checked",
      <AnswerList answers={answers} words={words.form} />,
    ],
    ["on the receipt", receipt],
    ["in the copy", copy],
  ])("%s", (_where, page) => {
    const [text, ...names] = tagsAround(page, arabic);
    expect(text).toContain('dir="auto"');
    expect(names).toEqual(['<bdi translate="no">']);
  });
});

describe("a browser that translates the page leaves alone", () => {
  test.each([
    ["the reference on the receipt", receipt, reference],
    ["the receipt code", receipt, code],
    ["the reference in the copy", copy, reference],
    ["the receipt code in the copy", copy, code],
    ["a file's fingerprint", copy, "0a1b"],
    ["a file's name", <AttachmentsList attachments={files} />, arabic],
  ])("%s", (_what, page, text) => {
    const tags = tagsAround(page, text);
    expect(tags).not.toEqual([]);
    for (const tag of tags.filter((one) => !one.includes("dir=")))
      expect(tag).toContain('translate="no"');
  });
});
