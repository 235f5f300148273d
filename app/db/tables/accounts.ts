import type { Generated } from "kysely";
import type { StaffRole } from "../column-values.ts";
import type { Flag, IsoTime } from "./column-types.ts";

/** A time that better-auth writes: text on SQLite, and on PostgreSQL what it has for times. */
type AuthTime = IsoTime | Date;

type StaffTable = {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
  image: string | null;
  role: StaffRole;
  disabled_at: IsoTime | null;
  createdAt: AuthTime;
  updatedAt: AuthTime;
};

type StaffSessionsTable = {
  id: string;
  userId: string;
  token: string;
  expiresAt: AuthTime;
  ipAddress: string | null;
  userAgent: string | null;
  seen_at: Generated<IsoTime>;
  createdAt: AuthTime;
  updatedAt: AuthTime;
};

export type AccountsTables = {
  staff: StaffTable;
  staff_sessions: StaffSessionsTable;
};
