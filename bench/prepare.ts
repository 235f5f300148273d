import { randomBytes } from "node:crypto";
import { openDatabase } from "#app/db/connection.server.ts";
import { migrateToLatest } from "#app/db/migrate.server.ts";
import type { Db } from "#app/db/schema.ts";
import { addStaffMember } from "#app/domain/accounts/accounts.server.ts";
import { createStaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import { type Call, createCall } from "#app/domain/calls/calls.server.ts";
import { startDraft } from "#app/domain/drafts/drafts.server.ts";
import { saveDraftPage } from "#app/domain/drafts/save-draft-page.server.ts";
import { receiveResponse } from "#app/domain/responses/intake.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { benchCall } from "./call.ts";
import { madeUpTexts } from "./texts.ts";

export type Prepared = {
  callSlug: string;
  /** Cookies of browsers that hold an answered draft each. */
  draftCookies: string[];
  staffCookie: string;
};

type Preparation = {
  databaseFile: string;
  secret: string;
  publicBaseUrl: URL;
  responseCount: number;
  draftCount: number;
};

/** Migrates an empty file and fills it through the product's own operations. */
export async function prepareHeard(of: Preparation): Promise<Prepared> {
  const db = openDatabase({ file: of.databaseFile });
  await migrateToLatest(db);
  const call = await createCall(db, {
    slug: "advice",
    state: "open",
    opensAt: null,
    closesAt: null,
    definition: benchCall,
    actor: { kind: "system" },
    now: new Date(),
  });
  await fillWithResponses(db, call, of.responseCount);
  const prepared = {
    callSlug: call.slug,
    draftCookies: await makeDrafts(db, call, of.draftCount),
    staffCookie: await signIn(db, of),
  };
  await db.destroy();
  return prepared;
}

async function fillWithResponses(db: Db, call: Call, count: number) {
  const responseIds = await db.transaction().execute(async (trx) => {
    const ids: number[] = [];
    for (const text of madeUpTexts(count)) {
      const { responseId } = await receiveResponse(trx, {
        callId: call.id,
        definitionId: call.definitionId,
        language: "en",
        channel: "web",
        answers: { advice: text, who: "myself" },
        receivedAt: new Date(Date.now() - (count - ids.length) * 60_000),
        recordedAt: new Date(),
        actor: { kind: "respondent" },
        randomBytes,
      });
      ids.push(responseId);
    }
    return ids;
  });
  for (const responseId of responseIds) await indexResponse(db, { responseId });
  await db.updateTable("jobs").set({ state: "done" }).execute();
}

async function makeDrafts(db: Db, call: Call, count: number) {
  const cookies: string[] = [];
  for (const text of madeUpTexts(count)) {
    const holderKey = randomBytes(32).toString("base64url");
    const now = new Date();
    const draft = await startDraft(db, {
      callId: call.id,
      definitionId: call.definitionId,
      language: "en",
      holderKey,
      now,
      randomBytes,
    });
    await saveDraftPage(db, {
      draftId: draft.id,
      pageId: "given",
      baseVersion: 0,
      answers: { advice: text, who: "myself" },
      now,
    });
    cookies.push(`heard-draft=${holderKey}`);
  }
  return cookies;
}

async function signIn(
  db: Db,
  settings: Pick<Preparation, "secret" | "publicBaseUrl">,
) {
  const auth = createStaffAuth(db, settings);
  const email = "bench@review.example";
  const password = randomBytes(16).toString("hex");
  await addStaffMember(db, auth, {
    name: "Bench",
    email,
    password,
    role: "reviewer",
    now: new Date(),
  });
  const response = await auth.api.signInEmail({
    body: { email, password },
    asResponse: true,
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
