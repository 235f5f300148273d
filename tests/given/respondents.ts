import type { Call, NewCall } from "#app/domain/calls/calls.server.ts";
import type { Answers } from "#app/domain/calls/definition.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { openBrowser } from "#tests/asking/browser.ts";
import { makeTestContext } from "./context.ts";
import { openTestDatabase } from "./database.ts";

/** The moment at which people answer in the tests of the public side. */
export const now = new Date("2026-11-22T09:00:00Z");

/** A call, open unless told otherwise, that somebody else began to answer before; and what server.ts hands its routes. */
export async function givenCallToAnswer(
  overrides: Partial<NewCall> = {},
): Promise<{ context: RequestContext; call: Call }> {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, { now: () => now });
  const call = await givenCall(db, { slug: "advice", ...overrides });
  await givenDraft(db, { call, answers: { "what-first": "Hers." }, now });
  return { context, call };
}

/** Somebody with a draft in a call, and the browser that holds it. */
export async function givenRespondent(
  context: RequestContext,
  call: Call,
  answers?: Answers,
) {
  const given = await givenDraft(context.db, {
    call,
    now,
    ...(answers && { answers }),
  });
  // A clock that stands still would have it sent at once, as machines send.
  await context.db
    .updateTable("drafts")
    .set({ created_at: new Date(now.getTime() - 60_000).toISOString() })
    .where("id", "=", given.draft.id)
    .execute();
  const { holderKey } = given;
  const find = { callId: call.id, holderKey, now };
  return {
    ...given,
    browser: openBrowser(context, `heard-draft=${holderKey}`),
    /** The draft as it stands when this is asked. */
    draftNow: () => findDraft(context.db, find),
  };
}
