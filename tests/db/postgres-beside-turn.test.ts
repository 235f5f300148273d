import type { ActionFunction } from "@remix-run/node";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { giveBackUnsaved } from "#app/http/request/unsaved-form.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import {
  givenCall,
  givenDraft,
  givenResponse,
} from "#app/tasks/demo/factories.ts";
import { addressOf } from "#tests/asking/browser.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { holdTurn } from "#tests/given/write-lock.ts";

/** A portal with a draft and a response, each the second of its kind, whose turn another server has and keeps. */
async function givenTakenTurn() {
  const { db, place } = openTestDatabase({ patienceMilliseconds: 300 });
  const context = await makeTestContext(db);
  const call = await givenCall(db, { slug: "advice" });
  await givenDraft(db, { call });
  const { draft, holderKey } = await givenDraft(db, { call });
  await givenResponse(db);
  const { responseId } = await givenResponse(db);
  if (!("url" in place)) throw new Error("This is PostgreSQL's");
  const turn = await holdTurn(place.url);
  const press = (
    action: unknown,
    pageId: string,
    form: Record<string, string>,
  ) =>
    ask(giveBackUnsaved(action as ActionFunction), {
      context,
      ...addressOf("advice", pageId),
      cookie: `heard-draft=${holderKey}`,
      form,
    });
  return { db, draft, responseId, turn, press };
}

test("while another server has the turn a page is saved at once, and sending waits for it", async () => {
  const { db, draft, turn, press } = await givenTakenTurn();
  const typed = "What I wrote for an hour.";
  const form = { "what-first": typed, intent: "continue" };
  const saved = await press(questionPage.action, "what-first", form);
  expect(saved.location).toBeDefined();
  const answers = await db
    .selectFrom("draft_answers")
    .selectAll()
    .where("draft_id", "=", draft.id)
    .execute();
  expect(JSON.stringify(answers)).toContain(typed);
  expect((await press(check.action, "check", {})).status).toBe(503);
  await turn.release();
  expect((await press(check.action, "check", {})).status).toBe(303);
});

test("while another server has the turn a response is indexed", async () => {
  const { db, responseId, turn } = await givenTakenTurn();
  await indexResponse(db, { responseId });
  const { rows } = await sql`select response_id from response_search`.execute(
    db,
  );
  expect(rows).toEqual([{ response_id: responseId }]);
  await turn.release();
});
