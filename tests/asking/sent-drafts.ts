import { randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { testSecret } from "#tests/given/context.ts";

/** The moment at which the tests of sending happen. */
export const now = new Date("2026-11-22T09:00:00Z");
export const messages = wordsIn("en").questions;

export const send = (db: Db, draftId: number, at = now) =>
  submitDraft(db, {
    draftId,
    secret: testSecret,
    messages,
    now: at,
    randomBytes,
  });
