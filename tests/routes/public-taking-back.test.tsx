import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import { QuestionForm } from "#app/routes/_public.respond.$call.$page/question-form.tsx";
import type { QuestionPage } from "#app/screens/public/question-page.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { callForEvidence } from "#app/tasks/demo/call-for-evidence.ts";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const now = new Date("2026-11-22T09:00:00Z");

async function givenEvidence() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, { now: () => now });
  const definition = callForEvidence;
  const call = await givenCall(db, { slug: "evidence", definition });
  // Somebody else's, saved earlier.
  const answers = { role: "charity", strength: "strong" };
  await givenDraft(db, { call, now, answers });
  const { holderKey } = await givenDraft(db, { call, now, answers });
  const browser = openBrowser(context, `heard-draft=${holderKey}`);
  const saved = async () =>
    (await findDraft(db, { callId: call.id, holderKey, now }))?.answers;
  const radios = async (pageId: string) => {
    const page = addressOf("evidence", pageId);
    const { data } = await browser.get(questionPage.loader, page);
    const view = data as QuestionPage;
    const html = renderToStaticMarkup(
      <QuestionForm view={view} reply={undefined} />,
    );
    return [...html.matchAll(/<input[^>]*type="radio"[^>]*>/g)].map(String);
  };
  return { browser, saved, radios };
}

test("a choice among radios that may be left out can be taken back", async () => {
  const { browser, saved, radios } = await givenEvidence();
  const offered = await radios("study");
  expect(offered.filter((radio) => radio.includes("checked"))).toEqual([
    expect.stringContaining('value="strong"'),
  ]);
  expect(offered.at(-1)).toContain('value=""');
  await browser.post(questionPage, addressOf("evidence", "study"), [
    ["strength", ""],
  ]);
  expect(await saved()).toEqual({ role: "charity" });
  expect((await radios("study")).join()).not.toContain("checked");
});

test("one that has to be made cannot", async () => {
  const { browser, saved, radios } = await givenEvidence();
  expect((await radios("role")).join()).not.toContain('value=""');
  const sent = await browser.post(questionPage, addressOf("evidence", "role"), [
    ["role", ""],
  ]);
  expect(sent.status).toBe(400);
  expect(await saved()).toEqual({ strength: "strong" });
});
