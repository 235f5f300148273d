import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { issueLateCode } from "#app/domain/drafts/late-codes.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as callPage from "#app/routes/_public.calls.$call.tsx";
import * as begin from "#app/routes/_public.respond.$call._index.tsx";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as draftCopy from "#app/routes/_public.respond.$call.draft.tsx";
import * as late from "#app/routes/_public.respond.$call.late.tsx";
import { givenDraft } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";

const latePage = addressOf("advice", "late");
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer({
    state: "closed-late-accepted",
    closesAt: "2026-11-20T17:00:00.000Z",
  }));
});

async function givenLateCode() {
  const { code } = await issueLateCode(context.db, {
    callId: call.id,
    secret: context.env.secret,
    actor: { kind: "system" },
    now,
    randomBytes: context.randomBytes,
  });
  return code;
}

test("without a code, a call that takes late answers is closed, and says when it closed", async () => {
  const { browser } = await givenRespondent(context, call);
  const seen = await browser.get(callPage.loader, addressOf("advice"));
  expect(seen.data).toMatchObject({
    mayAnswer: false,
    overview: {
      opening: {
        kind: "late-by-code",
        at: "2026-11-20T17:00:00.000Z",
      },
    },
  });
  expect((await browser.get(begin.loader, addressOf("advice"))).location).toBe(
    "/respond/advice/draft",
  );
  const sent = await browser.post(check, addressOf("advice", "check"), []);
  expect(sent.location).toBe("/respond/advice/draft?saved=1");
});

test("with its code, typed in small letters and without dashes, a person answers and sends once", async () => {
  const code = await givenLateCode();
  const { browser } = await givenRespondent(context, call);
  const typed = ` ${code.toLowerCase().replaceAll("-", " ")} `;
  const entered = await browser.post(late, latePage, [["code", typed]]);
  expect(entered.location).toBe("/respond/advice");
  const answered = await browser.post(
    questionPage,
    addressOf("advice", "what-first"),
    [["what-first", "Late, but true"]],
  );
  expect(answered.location).toBe("/respond/advice/how-to-listen");
  const sent = await browser.post(check, addressOf("advice", "check"), []);
  expect(sent.location).toBe("/respond/advice/sent");
  const again = await openBrowser(context).post(late, latePage, [
    ["code", code],
  ]);
  expect(again.status).toBe(400);
});

test("of two drafts on one code the second is told why it cannot be sent, and stays to be read", async () => {
  const code = await givenLateCode();
  const [first, second] = [
    await givenDraft(context.db, { call, now }),
    await givenDraft(context.db, {
      call,
      now,
      answers: { "what-first": "Second" },
    }),
  ].map(({ holderKey }) => openBrowser(context, `heard-draft=${holderKey}`));
  if (!first || !second) throw new Error("Two browsers");
  await first.post(late, latePage, [["code", code]]);
  await second.post(late, latePage, [["code", code]]);
  await first.post(check, addressOf("advice", "check"), []);

  const page = addressOf("advice", "what-first");
  for (const asked of [
    await second.get(begin.loader, addressOf("advice")),
    await second.get(questionPage.loader, page),
    await second.get(check.loader, addressOf("advice", "check")),
  ])
    expect(asked.location).toBe("/respond/advice/draft");
  const saved = await second.post(questionPage, page, [
    ["what-first", "Second, and more"],
  ]);
  const sent = await second.post(check, addressOf("advice", "check"), []);
  for (const press of [saved, sent])
    expect(press.location).toBe("/respond/advice/draft?saved=1");
  const copy = await second.get(draftCopy.loader, addressOf("advice", "draft"));
  expect(copy.data).toMatchObject({
    mayGoOn: false,
    notes: expect.arrayContaining([
      expect.stringContaining("a code can be used once") as string,
    ]) as string[],
    answers: expect.arrayContaining([
      expect.objectContaining({ line: "Second, and more" }),
    ]),
  });
  const another = await givenLateCode();
  await second.post(late, latePage, [["code", another]]);
  const again = await second.get(questionPage.loader, page);
  expect(again.location).toBeUndefined();
});

test("a wrong code comes back as it was typed, with what to do", async () => {
  const answer = await openBrowser(context).post(late, latePage, [
    ["code", "abcd"],
  ]);
  expect(answer).toMatchObject({
    status: 400,
    data: {
      sent: { code: "abcd" },
      errors: { code: wordsIn("en").late.unknown },
    },
    page: { data: { title: expect.stringMatching(/^Error: /) } },
  });
});

test("a code that is sent twice at once begins one draft, with one key", async () => {
  const code = await givenLateCode();
  const [first, second] = [
    openBrowser(context, `heard-draft=${"B".repeat(43)}`),
    openBrowser(context, `heard-draft=${"B".repeat(43)}`),
  ];
  await Promise.all(
    [first, second].map((one) => one.post(late, latePage, [["code", code]])),
  );
  expect(second.cookie).toBe(first.cookie);
  const drafts = context.db.selectFrom("drafts").select("id");
  // Beside the one that somebody began before.
  expect(await drafts.execute()).toHaveLength(2);
});
