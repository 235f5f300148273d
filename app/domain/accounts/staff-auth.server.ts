import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { engineOf } from "#app/db/engine.server.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import { minPasswordCharacters } from "./accounts.ts";
import { hashPassword, isPasswordOf } from "./passwords.server.ts";
import { sessionSeconds } from "./sessions.ts";

type AuthSettings = { secret: string; publicBaseUrl: URL };

const passwordSettings = {
  enabled: true,
  disableSignUp: true,
  minPasswordLength: minPasswordCharacters,
  maxPasswordLength: 256,
  password: {
    hash: hashPassword,
    verify: (given: { hash: string; password: string }) =>
      isPasswordOf(given.hash, given.password),
  },
};

function cookieSettings(isSecure: boolean) {
  return {
    // better-auth's own prefix would be `__Secure-`, which a sibling host can set too.
    useSecureCookies: false,
    cookiePrefix: "heard",
    cookies: {
      "passkey-challenge": {
        name: isSecure ? "__Host-heard-passkey" : "heard-passkey",
        attributes: { secure: isSecure },
      },
      session_token: {
        name: isSecure ? "__Host-heard-session" : "heard-session",
        attributes: { secure: isSecure },
      },
    },
  };
}

/**
 * A passkey stands for both steps, so whoever holds it has to have shown to it
 * that they are its owner; the plugin itself takes one that was only touched.
 */
function passkeysOf({ hostname, origin }: URL) {
  const refuseUnlessVerified = (isVerified: boolean | undefined) => {
    if (!isVerified) throw new APIError("UNAUTHORIZED");
  };
  return passkey({
    rpID: hostname,
    rpName: "Heard",
    origin,
    schema: { passkey: { modelName: "staff_passkeys" } },
    authenticatorSelection: {
      residentKey: "required",
      userVerification: "required",
    },
    registration: {
      afterVerification: ({ verification }) =>
        refuseUnlessVerified(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) =>
        refuseUnlessVerified(verification.authenticationInfo.userVerified),
    },
    advanced: { webAuthnChallengeCookie: "passkey-challenge" },
  });
}

/** Staff accounts and sessions, kept by better-auth in the same database. */
export function createStaffAuth(db: Db, settings: AuthSettings) {
  const isSecure = settings.publicBaseUrl.protocol === "https:";
  return betterAuth({
    database: { db, type: engineOf(db) },
    secret: settings.secret,
    baseURL: settings.publicBaseUrl.origin,
    telemetry: { enabled: false },
    // A wrong password is a person's slip, not news for the log.
    logger: { level: "error" },
    // Express's origin gate and rate limit stand before every route; better-auth's own are for its handler, which is not mounted.
    rateLimit: { enabled: false },
    emailAndPassword: passwordSettings,
    session: {
      modelName: "staff_sessions",
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
    },
    account: { modelName: "staff_credentials" },
    verification: { modelName: "staff_verifications" },
    user: {
      modelName: "staff",
      additionalFields: {
        role: { type: "string", required: true, input: false },
      },
    },
    plugins: [passkeysOf(settings.publicBaseUrl)],
    advanced: {
      ...cookieSettings(isSecure),
      ipAddress: { disableIpTracking: true },
    },
  });
}

export type StaffAuth = ReturnType<typeof createStaffAuth>;

/** The same accounts, read and written as a part of a transaction. */
export async function openAccountsIn(trx: Trx, auth: StaffAuth) {
  const { internalAdapter } = await betterAuth({
    ...auth.options,
    database: { db: trx, type: engineOf(trx) },
  }).$context;
  return internalAdapter;
}
