import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import pino from "pino";
import type { Db } from "#app/db/schema.ts";
import { createStaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import { openAttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import { countSameAgain } from "#app/domain/limits/same-again.server.ts";
import { sameResponseBounds } from "#app/domain/responses/held-back.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { makeTestFolder } from "./database.ts";

export const testSecret = createHash("sha256")
  .update("a secret for tests")
  .digest("hex");

/** What server.ts would hand a route, on this test's own database and folder. */
export async function makeTestContext(
  db: Db,
  overrides: Partial<RequestContext> = {},
): Promise<RequestContext> {
  const folder = makeTestFolder();
  const env = readEnvironment({
    NODE_ENV: "test",
    HEARD_SECRET: testSecret,
    DATABASE_FILE: path.join(folder, "unused.sqlite"),
    UPLOADS_FOLDER: path.join(folder, "uploads"),
    LOG_LEVEL: "silent",
  });
  return {
    env,
    db,
    auth: createStaffAuth(db, env),
    attachmentStore: await openAttachmentStore(env.files, {
      tell: () => undefined,
    }),
    logger: pino({ level: "silent" }),
    now: () => new Date(),
    randomBytes,
    countSameAgain: countSameAgain(sameResponseBounds, randomBytes(32)),
    countFreeBytes: () => Promise.resolve(1e12),
    requestId: "test",
    cspNonce: "test-nonce",
    networkKey: "test-network",
    ...overrides,
  };
}
