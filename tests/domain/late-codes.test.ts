import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import {
  isLateCodeShared,
  issueLateCode,
  startLateDraft,
} from "#app/domain/drafts/late-codes.server.ts";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { now, send } from "#tests/asking/sent-drafts.ts";

async function givenLateCode(db: Db) {
  const call = await givenCall(db, { state: "closed-late-accepted" });
  const { code } = await issueLateCode(db, {
    callId: call.id,
    secret: testSecret,
    actor: { kind: "system" },
    now,
    randomBytes,
  });
  const startWith = (typed: string, holderKey: string) =>
    startLateDraft(db, {
      callId: call.id,
      definitionId: call.definitionId,
      language: "en",
      holderKey,
      code: typed,
      secret: testSecret,
      now,
      randomBytes,
    });
  return { call, code, startWith };
}

test("a late code opens a closed call for one response, typed with or without its dashes", async () => {
  const { db } = openTestDatabase();
  const { call, code, startWith } = await givenLateCode(db);
  const first = await startWith(code, "first browser");
  const second = await startWith(
    code.toLowerCase().replaceAll("-", " "),
    "second browser",
  );
  if (!first.ok || !second.ok) throw new Error("The code was not taken");
  const { draft } = first;
  await givenDraft(db, { call, draft, holderKey: "first browser", now });
  const filled = { draft: second.draft, holderKey: "second browser" };
  await givenDraft(db, { call, ...filled, now });

  expect(await send(db, first.draft.id)).toMatchObject({ ok: true });
  expect(await send(db, second.draft.id)).toEqual({
    ok: false,
    reason: "code-used",
  });
  expect(await startWith(code, "third browser")).toEqual({
    ok: false,
    reason: "unknown-code",
  });
  const stored = await db.selectFrom("late_codes").selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(code);
});

test("a late code of another call, a wrong code and no code open nothing", async () => {
  const { db } = openTestDatabase();
  const { call, startWith } = await givenLateCode(db);
  const other = await givenLateCode(db);
  const refused = { ok: false, reason: "unknown-code" };
  expect(await startWith(other.code, "a browser")).toEqual(refused);
  expect(await startWith("AAAA-BBBB", "a browser")).toEqual(refused);
  const { draft } = await givenDraft(db, { call, now });
  expect(await send(db, draft.id)).toEqual({
    ok: false,
    reason: "code-needed",
  });
});

test("two drafts with one code are told of each other before one is sent, and no others are", async () => {
  const { db } = openTestDatabase();
  const { code, startWith } = await givenLateCode(db);
  const other = await givenLateCode(db);
  const isShared = async (start: Awaited<ReturnType<typeof startWith>>) => {
    if (!start.ok) throw new Error(start.reason);
    return isLateCodeShared(db, start.draft, now);
  };
  const first = await startWith(code, "first browser");
  expect(await isShared(first)).toBe(false);
  const again = await startWith(code, "first browser");
  expect(again).toMatchObject(
    first.ok ? { draft: { id: first.draft.id } } : {},
  );
  expect(await isShared(first)).toBe(false);
  const alone = await other.startWith(other.code, "first browser");
  const second = await startWith(code, "second browser");
  expect(await isShared(await startWith(code, "second browser"))).toBe(true);
  expect(await isShared(second)).toBe(true);
  expect(await isShared(alone)).toBe(false);
});
