import type { Db } from "#app/db/schema.ts";
import { at, put } from "./rows.ts";

export const staffId = "zoe";

/** Somebody with an account, a session and something in every column of both. */
export async function fillStaff(db: Db) {
  const times = { createdAt: at, updatedAt: at };
  await put(db, "staff", {
    ...{ id: staffId, name: "Zoë Ångström", email: "zoe@review.example" },
    ...{ emailVerified: 1, image: "a.png", role: "lead", disabled_at: at },
    ...times,
  });
  await put(db, "staff_sessions", {
    ...{ id: "s1", userId: staffId, token: "t1", expiresAt: at, seen_at: at },
    ...{ ipAddress: "192.0.2.1", userAgent: "A browser" },
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
}
