import { randomBytes } from "node:crypto";
import { type DatabasePlace, openDatabase } from "#app/db/connection.server.ts";
import { migrateToLatest } from "#app/db/migrate.server.ts";
import type { Db } from "#app/db/schema.ts";
import { createStaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { startDraft } from "#app/domain/drafts/drafts.server.ts";
import { saveDraftPage } from "#app/domain/drafts/save-draft-page.server.ts";
import { type BenchTeam, makeBenchTeam } from "./fill-database.ts";
import { fillResponses } from "./fill-responses.ts";
import { madeUpTexts } from "./texts.ts";

export type Prepared = {
  callSlug: string;
  /** Cookies of browsers that hold an answered draft each. */
  draftCookies: string[];
  /** What the form of each calls its draft, in the cookies' order. */
  draftMarks: string[];
  /** Of people who are signed in. */
  staffCookies: string[];
};

type Preparation = {
  place: DatabasePlace;
  secret: string;
  publicBaseUrl: URL;
  responseCount: number;
  draftCount: number;
  staffCount: number;
};

/** Migrates an empty database and fills it: responses in bulk, the rest through the product's own operations. */
export async function prepareHeard(of: Preparation): Promise<Prepared> {
  const db = openDatabase(of.place);
  await migrateToLatest(db);
  const team = await makeBenchTeam(db, of, { staffCount: of.staffCount });
  await fillResponses(db, {
    ...team,
    count: of.responseCount,
    now: new Date(),
  });
  const prepared = {
    callSlug: team.call.slug,
    ...(await makeDrafts(db, team.call, of.draftCount)),
    staffCookies: await signIn(db, of, team.staff),
  };
  await db.destroy();
  return prepared;
}

async function makeDrafts(db: Db, call: Call, count: number) {
  const [draftCookies, draftMarks]: [string[], string[]] = [[], []];
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
    draftCookies.push(`heard-draft=${holderKey}`);
    draftMarks.push(draft.publicId);
  }
  return { draftCookies, draftMarks };
}

async function signIn(
  db: Db,
  settings: Pick<Preparation, "secret" | "publicBaseUrl">,
  staff: BenchTeam["staff"],
) {
  const auth = createStaffAuth(db, settings);
  const cookies: string[] = [];
  for (const { email, password } of staff) {
    const response = await auth.api.signInEmail({
      body: { email, password },
      asResponse: true,
    });
    const pairs = response.headers.getSetCookie();
    cookies.push(pairs.map((cookie) => cookie.split(";")[0]).join("; "));
  }
  return cookies;
}
