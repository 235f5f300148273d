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
  last_seen_at: IsoTime | null;
  /** How many responses were handed to them since they were last told. */
  handed_over_count: Generated<number>;
  tells_handed_over: Generated<Flag>;
  createdAt: AuthTime;
  updatedAt: AuthTime;
};

/** People of the team whom work is given to together. */
type StaffGroupsTable = {
  id: Generated<number>;
  name: string;
  /** What two names are compared by. */
  name_key: string;
  row_version: Generated<number>;
  made_at: IsoTime;
  ended_at: IsoTime | null;
};

type StaffGroupMembersTable = { group_id: number; staff_id: string };

type StaffSessionsTable = {
  id: string;
  userId: string;
  token: string;
  expiresAt: AuthTime;
  ipAddress: string | null;
  userAgent: string | null;
  seen_at: Generated<IsoTime>;
  /** When its person gave their second step in it. */
  second_step_at: IsoTime | null;
  createdAt: AuthTime;
  updatedAt: AuthTime;
};

type StaffSecondStepsTable = {
  staff_id: string;
  /** What the person's app makes codes of, locked with the installation's secret. */
  sealed: string;
  set_up_at: IsoTime;
  /** Of the last code that was taken: none of it or of before is taken again. */
  last_step: number;
};

/** Who somebody of the team is at an identity provider (OpenID Connect). */
type StaffProviderLinksTable = {
  issuer: string;
  subject: string;
  staff_id: string;
  linked_at: IsoTime;
};

type StaffRecoveryCodesTable = {
  staff_id: string;
  code_hash: string;
  used_at: IsoTime | null;
};

type StaffPasskeysTable = {
  id: string;
  name: string | null;
  publicKey: string;
  userId: string;
  credentialID: string;
  counter: number;
  deviceType: string;
  backedUp: Flag;
  transports: string | null;
  createdAt: AuthTime | null;
  aaguid: string | null;
};

export type AccountsTables = {
  staff: StaffTable;
  staff_groups: StaffGroupsTable;
  staff_group_members: StaffGroupMembersTable;
  staff_sessions: StaffSessionsTable;
  staff_second_steps: StaffSecondStepsTable;
  staff_passkeys: StaffPasskeysTable;
  staff_provider_links: StaffProviderLinksTable;
  staff_recovery_codes: StaffRecoveryCodesTable;
};
