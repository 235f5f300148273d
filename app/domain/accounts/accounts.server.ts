import { hash, verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import {
  minPasswordCharacters,
  type StaffMember,
  type StaffRole,
  staffRoles,
} from "./accounts.ts";

// OWASP ASVS 5.0 6.2: argon2id with at least 64 MiB and 3 passes.
const argon2Options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

type AuthSettings = { secret: string; publicBaseUrl: URL };

/** Staff accounts and sessions, kept by better-auth in the same database. */
export function createStaffAuth(db: Db, settings: AuthSettings) {
  const isSecure = settings.publicBaseUrl.protocol === "https:";
  return betterAuth({
    database: { db, type: "sqlite" },
    secret: settings.secret,
    baseURL: settings.publicBaseUrl.origin,
    telemetry: { enabled: false },
    // A wrong password is a person's slip, not news for the log.
    logger: { level: "error" },
    // Express's origin gate and rate limit stand before every route; better-auth's own are for its handler, which is not mounted.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: minPasswordCharacters,
      maxPasswordLength: 256,
      password: {
        hash: (password) => hash(password, argon2Options),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    session: {
      modelName: "staff_sessions",
      expiresIn: 12 * 60 * 60,
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
    advanced: {
      useSecureCookies: isSecure,
      cookiePrefix: "heard",
      ipAddress: { disableIpTracking: true },
    },
  });
}

export type StaffAuth = ReturnType<typeof createStaffAuth>;

export type NewStaffMember = {
  name: string;
  email: string;
  password: string;
  role: StaffRole;
  now: Date;
};

/**
 * Adds a member of the review team.
 *
 * @returns `email-taken` where somebody has that address already, `password-too-short` below `minPasswordCharacters`.
 */
export async function addStaffMember(
  db: Db,
  auth: StaffAuth,
  member: NewStaffMember,
): Promise<
  | { ok: true; staffId: string }
  | { ok: false; reason: "email-taken" | "password-too-short" }
> {
  if (member.password.length < minPasswordCharacters)
    return { ok: false, reason: "password-too-short" };
  const email = member.email.trim().toLowerCase();
  const { password, internalAdapter } = await auth.$context;
  const passwordHash = await password.hash(member.password);
  if (await internalAdapter.findUserByEmail(email))
    return { ok: false, reason: "email-taken" };
  const user = await internalAdapter.createUser(
    { name: member.name, email, emailVerified: true, role: member.role },
    { method: "admin" },
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: "credential",
    password: passwordHash,
  });
  await db.transaction().execute((trx) =>
    recordEvent(trx, {
      at: member.now,
      actor: { kind: "system" },
      subject: { kind: "staff" },
      type: "staff.added",
      details: { staffId: user.id, role: member.role },
    }),
  );
  return { ok: true, staffId: user.id };
}

/** The signed-in member of staff behind a request's cookie; undefined where there is none or the account is disabled. */
export async function findSignedInStaff(
  auth: StaffAuth,
  db: Db,
  headers: Headers,
): Promise<StaffMember | undefined> {
  const session = await auth.api.getSession({ headers });
  if (!session) return undefined;
  const row = await db
    .selectFrom("staff")
    .select(["id", "name", "role"])
    .where("id", "=", session.user.id)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  if (!row || !isStaffRole(row.role)) return undefined;
  return { staffId: row.id, name: row.name, role: row.role };
}

function isStaffRole(role: string): role is StaffRole {
  return (staffRoles as readonly string[]).includes(role);
}

/** The members of staff whom work can be assigned to, by name. */
export async function selectActiveStaff(db: Db): Promise<StaffMember[]> {
  const rows = await db
    .selectFrom("staff")
    .select(["id as staffId", "name", "role"])
    .where("disabled_at", "is", null)
    .orderBy("name")
    .execute();
  return rows.filter((row): row is StaffMember => isStaffRole(row.role));
}

/** Whether somebody is on the team now: work can be given to nobody else. */
export async function isActiveStaff(db: Db, staffId: string): Promise<boolean> {
  const active = await selectActiveStaff(db);
  return active.some((member) => member.staffId === staffId);
}

/** The names of everybody who was ever on the team, by id: what was done stays told. */
export async function selectStaffNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom("staff").select(["id", "name"]).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
