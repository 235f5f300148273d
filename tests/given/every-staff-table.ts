import type { Db } from "#app/db/schema.ts";
import { at, put } from "./rows.ts";

export const staffId = "zoe";
/** Who does what takes a second person. */
export const secondStaffId = "yan";

/** Somebody with an account, a session and something in every column of both. */
export async function fillStaff(db: Db) {
  const times = { createdAt: at, updatedAt: at };
  await put(db, "staff", {
    ...{ id: staffId, name: "Zoë Ångström", email: "zoe@review.example" },
    ...{ emailVerified: 1, image: "a.png", role: "lead", disabled_at: at },
    ...{ last_seen_at: at, handed_over_count: 2, tells_handed_over: 0 },
    ...times,
  });
  await put(db, "staff", {
    ...{ id: secondStaffId, name: "Yan", email: "yan@review.example" },
    ...{ emailVerified: 1, role: "reviewer" },
    ...times,
  });
  await put(db, "staff_sessions", {
    ...{ id: "s1", userId: staffId, token: "t1", expiresAt: at, seen_at: at },
    ...{ ipAddress: "192.0.2.1", userAgent: "A browser", second_step_at: at },
    ...times,
  });
  await put(db, "staff_verifications", {
    ...{ id: "v1", identifier: "i", value: "v", expiresAt: at },
    ...times,
  });
  await put(db, "staff_credentials", {
    ...{ id: "c1", accountId: "a", providerId: "p", userId: staffId },
    ...{ accessToken: "a", refreshToken: "b", idToken: "c", scope: "d" },
    ...{ accessTokenExpiresAt: at, refreshTokenExpiresAt: at, password: "h" },
    ...times,
  });
  await put(db, "staff_second_steps", {
    ...{ staff_id: staffId, sealed: "s", set_up_at: at, last_step: 59_000_000 },
  });
  await put(db, "staff_recovery_codes", {
    ...{ staff_id: staffId, code_hash: "h1", used_at: at },
  });
  await put(db, "staff_passkeys", {
    ...{ id: "k1", name: "Telephone", publicKey: "p", userId: staffId },
    ...{ credentialID: "c", counter: 1, deviceType: "singleDevice" },
    ...{ backedUp: 1, transports: "usb", createdAt: at, aaguid: "a" },
  });
  await put(db, "staff_provider_links", {
    ...{ issuer: "https://id.example", subject: "7f3", staff_id: staffId },
    linked_at: at,
  });
  await put(db, "staff_groups", {
    ...{ id: 1, name: "Kin readers", name_key: "kin readers", made_at: at },
  });
  await put(db, "staff_groups", {
    ...{ id: 2, name: "Ended", name_key: "ended", made_at: at, ended_at: at },
  });
  await put(db, "staff_group_members", { group_id: 1, staff_id: staffId });
  await put(db, "staff_resets", {
    ...{ staff_id: staffId, code_hash: "h2", asked_at: at, expires_at: at },
  });
  const invited = { role: "lead", invited_by: staffId, invited_at: at };
  await put(db, "staff_invitations", {
    ...{ id: "i1", email: "a@review.example", code_hash: "h3", expires_at: at },
    ...{ used_at: at, used_by: staffId },
    ...invited,
  });
  await put(db, "staff_invitations", {
    ...{ id: "i2", email: "b@review.example", code_hash: "h4", expires_at: at },
    ...{ withdrawn_at: at },
    ...invited,
  });
}
