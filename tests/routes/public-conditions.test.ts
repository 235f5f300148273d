import { existsSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { Answers } from "#app/domain/calls/definition.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as draftCopy from "#app/routes/_public.respond.$call.draft.tsx";
import * as sent from "#app/routes/_public.respond.$call.sent/route.tsx";
import { givenDraftFile } from "#app/tasks/demo/factories.ts";
import { addressOf } from "#tests/asking/browser.ts";
import { openTab, saveUnasked } from "#tests/asking/question-page.ts";
import { storedPath } from "#tests/given/files.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";

const page = (id: string, from = "") => {
  const address = addressOf("advice", id);
  return { ...address, path: `${address.path}${from}` };
};
const checkPage = addressOf("advice", "check");
const forOrganisation = {
  who: "organisation",
  organisation: "Shelter",
  story: "Ours.",
};
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer({
    definition: formWithConditions,
  }));
});

const respondent = (answers: Answers = forOrganisation) =>
  givenRespondent(context, call, answers);
type Given = Awaited<ReturnType<typeof respondent>>;

async function answer(
  { browser }: Given,
  id: string,
  value: string,
  from?: string,
) {
  const at = page(id, from);
  const tab = await openTab(browser, at);
  return browser.post(questionPage, at, [...tab, [id, value]]);
}

describe("Continue leads on by the answer that was just given", () => {
  test("past what is not asked, and to what is", async () => {
    const given = await respondent({});
    const self = await answer(given, "who", "self");
    expect(self.location).toBe("/respond/advice/story");
    const organisation = await answer(given, "who", "organisation");
    expect(organisation.location).toBe("/respond/advice/organisation");
    const back = await openTab(given.browser, page("story"));
    const sentBack = await given.browser.post(questionPage, page("story"), [
      ...back,
      ["intent", "back"],
    ]);
    expect(sentBack.location).toBe("/respond/advice/organisation");
  });

  test("a change leads back to the check by way of what is asked for the first time", async () => {
    const given = await respondent({ who: "self", story: "S." });
    const from = "?from=check";
    const changed = await answer(given, "who", "organisation", from);
    expect(changed.location).toBe("/respond/advice/organisation?from=check");
    const named = await answer(given, "organisation", "Shelter", from);
    expect(named.location).toBe("/respond/advice/file?from=check");
    const again = await answer(given, "who", "self", from);
    expect(again.location).toBe("/respond/advice/check");
  });
});

describe("an answer that is not asked any more", () => {
  test("is told with its reason, is not sent, and comes back when the rule turns", async () => {
    const given = await respondent();
    await answer(given, "who", "self");
    const told = await given.browser.get(check.loader, checkPage);
    const note =
      "Because your answer to “Who answers?” is now “self”, this will not be sent.";
    expect(told.data).toMatchObject({
      problems: [],
      answers: [{ questionId: "who" }, { questionId: "story" }],
      unasked: [{ questionId: "organisation", line: "Shelter", note }],
    });
    const copy = await given.browser.get(
      draftCopy.loader,
      addressOf("advice", "draft"),
    );
    expect(copy.data).toMatchObject({ unasked: [{ line: "Shelter", note }] });
    await answer(given, "who", "organisation");
    const turned = await given.browser.get(check.loader, checkPage);
    expect(turned.data).toMatchObject({
      answers: [{}, { line: "Shelter" }, { questionId: "file" }, {}],
      unasked: [],
    });
  });

  test("is nowhere in what is sent, nor in the receipt", async () => {
    const given = await respondent();
    await answer(given, "who", "self");
    const { location } = await given.browser.post(check, checkPage, [
      ["draft", given.draft.publicId],
    ]);
    expect(location).toBe("/respond/advice/sent");
    const rows = await context.db
      .selectFrom("answers")
      .select(["question_id", "text"])
      .execute();
    expect(rows).toEqual([
      { question_id: "who", text: "self" },
      { question_id: "story", text: "Ours." },
    ]);
    const receipt = await given.browser.get(
      sent.loader,
      addressOf("advice", "sent"),
    );
    expect(JSON.stringify(receipt.data)).not.toContain("Shelter");
    expect(receipt.data).toMatchObject({
      receipt: {
        answers: [{ questionId: "who" }, { questionId: "story" }],
      },
    });
    const left = await context.db
      .selectFrom("draft_answers")
      .select("question_id")
      .where("draft_id", "=", given.draft.id)
      .execute();
    expect(left).toEqual([]);
  });

  test("its files are told, not sent, and deleted with the draft's end", async () => {
    const given = await respondent();
    const store = context.attachmentStore;
    const of = { draftId: given.draft.id, questionId: "file", now };
    const file = await givenDraftFile(context.db, store, of);
    expect(existsSync(storedPath(store, file.publicId))).toBe(true);
    await answer(given, "who", "self");
    const told = await given.browser.get(check.loader, checkPage);
    expect(told.data).toMatchObject({
      unasked: [{ line: "Shelter" }, { files: [{ name: "notes.txt" }] }],
    });
    await given.browser.post(check, checkPage, [
      ["draft", given.draft.publicId],
    ]);
    const response = await context.db
      .selectFrom("responses")
      .select("attachment_count")
      .executeTakeFirstOrThrow();
    expect(response).toEqual({ attachment_count: 0 });
    const rows = await context.db
      .selectFrom("attachments")
      .select("id")
      .execute();
    expect(rows).toEqual([]);
    expect(existsSync(storedPath(store, file.publicId))).toBe(false);
  });

  test("and a required one that is missing is a link that says what to do", async () => {
    const given = await respondent({ who: "organisation", story: "Ours." });
    const told = await given.browser.get(check.loader, checkPage);
    expect(told.data).toMatchObject({
      answers: [
        { missing: undefined },
        {
          missing: "Enter an answer",
          changeTo: `/respond/advice/organisation?draft=${given.draft.publicId}&from=check#organisation`,
        },
        { questionId: "story", missing: undefined },
      ],
    });
  });

  test("nothing but hidden answers and files is nothing to send", async () => {
    const given = await respondent({ organisation: "Shelter" });
    const of = { draftId: given.draft.id, questionId: "file", now };
    await givenDraftFile(context.db, context.attachmentStore, of);
    const told = await given.browser.get(check.loader, checkPage);
    expect(told.data?.problems).not.toEqual([]);
  });
});

describe("a page that is not asked any more", () => {
  test("leads on when its address is opened", async () => {
    const given = await respondent();
    await answer(given, "who", "self");
    const opened = await given.browser.get(
      questionPage.loader,
      page("organisation"),
    );
    expect(opened.location).toBe("/respond/advice/story");
    const fromCheck = page("organisation", "?from=check");
    const changing = await given.browser.get(questionPage.loader, fromCheck);
    expect(changing.location).toBe("/respond/advice/check");
  });

  test("keeps what was typed in a tab that was open, and tells of it", async () => {
    const given = await respondent();
    const tab = await openTab(given.browser, page("organisation"));
    await answer(given, "who", "self");
    const typed: [string, string][] = [["organisation", "Shelter and others"]];
    const unasked = await saveUnasked(
      context,
      given.browser,
      [...tab, ...typed],
      page("organisation"),
    );
    expect(unasked).toMatchObject({ status: 200, data: { version: 1 } });
    const later = [
      ["draft", given.draft.publicId],
      ["version", "1"],
    ] as [string, string][];
    const posted = await given.browser.post(
      questionPage,
      page("organisation"),
      [...later, ["organisation", ""]],
    );
    // It is required, but nothing is asked of what is not sent.
    expect(posted.location).toBe("/respond/advice/story");
    await given.browser.post(questionPage, page("organisation"), [
      ["draft", given.draft.publicId],
      ["version", "2"],
      ...typed,
    ]);
    const told = await given.browser.get(check.loader, checkPage);
    expect(told.data).toMatchObject({
      unasked: [{ line: "Shelter and others" }],
    });
  });
});
