import { z } from "zod";
import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import {
  deleteOwnPasskey,
  selectPasskeys,
  updatePasskeyName,
} from "./passkeys.queries.server.ts";
import type { StaffAuth } from "./staff-auth.server.ts";

export const maxPasskeyNameCharacters = 60;

export type Passkey = Awaited<ReturnType<typeof selectPasskeys>>[number];

/** Somebody's passkeys, the oldest first. */
export async function selectOwnPasskeys(
  db: Db,
  staffId: string,
): Promise<Passkey[]> {
  return selectPasskeys(db, staffId);
}

type Own = { staffId: string; passkeyId: string; now: Date };

/** @returns false where it is none of theirs. */
export async function namePasskey(
  db: Db,
  { name, ...own }: Own & { name: string },
): Promise<boolean> {
  return db
    .transaction()
    .execute((trx) => updatePasskeyName(trx, { ...own, name }));
}

/** Takes a passkey off: nobody comes in with it any more. @returns false where it is none of theirs. */
export async function removePasskey(db: Db, own: Own): Promise<boolean> {
  const { staffId, now } = own;
  return db.transaction().execute(async (trx) => {
    if (!(await deleteOwnPasskey(trx, own))) return false;
    await recordEvent(trx, {
      ...{ at: now, subject: { kind: "staff" } },
      actor: { kind: "staff", staffId },
      ...{ type: "staff.passkey-removed", details: { staffId } },
    });
    return true;
  });
}

/** What a browser is told to make a passkey of, with the cookie that holds the challenge. */
export async function beginPasskey(auth: StaffAuth, headers: Headers) {
  return auth.api.generatePasskeyRegistrationOptions({
    headers,
    asResponse: true,
  });
}

/** Keeps the passkey that a browser made. @returns false where it is not what was asked for. */
export async function addPasskey(
  auth: StaffAuth,
  db: Db,
  adding: {
    staffId: string;
    name: string;
    credential: string;
    headers: Headers;
    now: Date;
  },
): Promise<boolean> {
  const { staffId, name, headers, now } = adding;
  const response = readCredential(adding.credential, madeSchema);
  if (!response) return false;
  const answer = await auth.api.verifyPasskeyRegistration({
    ...{ body: { response, name }, headers, asResponse: true },
  });
  if (!answer.ok) return false;
  await db.transaction().execute((trx) =>
    recordEvent(trx, {
      ...{ at: now, subject: { kind: "staff" } },
      actor: { kind: "staff", staffId },
      ...{ type: "staff.passkey-added", details: { staffId } },
    }),
  );
  return true;
}

/** What a browser is told to sign in with any passkey of ours, with the cookie that holds the challenge. */
export async function beginPasskeySignIn(auth: StaffAuth, headers: Headers) {
  return auth.api.generatePasskeyAuthenticationOptions({
    headers,
    asResponse: true,
  });
}

/** The cookies of a session that a passkey began; undefined where it is none of ours. */
export async function signInWithPasskey(
  auth: StaffAuth,
  { credential, headers }: { credential: string; headers: Headers },
): Promise<string[] | undefined> {
  const response = readCredential(credential, signedSchema);
  if (!response) return undefined;
  const answer = await auth.api.verifyPasskeyAuthentication({
    ...{ body: { response }, headers, asResponse: true },
  });
  return answer.ok ? answer.headers.getSetCookie() : undefined;
}

const credentialSchema = z.object({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal("public-key"),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
});

const signedSchema = credentialSchema.extend({
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string(),
  }),
});

const madeSchema = credentialSchema.extend({
  response: z.looseObject({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});

/** What a browser sent, as far as it is looked into here: the rest is the ceremony's to judge. */
function readCredential<Schema extends z.ZodType>(
  sent: string,
  schema: Schema,
): z.infer<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(sent));
  } catch {
    return undefined;
  }
}
