import type { Generated } from "kysely";
import type { StaffRole } from "../column-values.ts";
import type { Flag, IsoTime } from "./column-types.ts";

type StaffTable = {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
  image: string | null;
  role: StaffRole;
  disabled_at: IsoTime | null;
  createdAt: IsoTime;
  updatedAt: IsoTime;
};

type StaffSessionsTable = {
  id: string;
  userId: string;
  token: string;
  expiresAt: IsoTime;
  ipAddress: string | null;
  userAgent: string | null;
  seen_at: Generated<IsoTime>;
  createdAt: IsoTime;
  updatedAt: IsoTime;
};

export type AccountsTables = {
  staff: StaffTable;
  staff_sessions: StaffSessionsTable;
};
