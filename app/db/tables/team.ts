import type { StaffRole } from "../column-values.ts";
import type { IsoTime } from "./column-types.ts";

type StaffInvitationsTable = {
  id: string;
  email: string;
  role: StaffRole;
  code_hash: string;
  invited_by: string;
  invited_at: IsoTime;
  expires_at: IsoTime;
  withdrawn_at: IsoTime | null;
  used_at: IsoTime | null;
  used_by: string | null;
};

type StaffResetsTable = {
  staff_id: string;
  code_hash: string;
  asked_at: IsoTime;
  expires_at: IsoTime;
};

export type TeamTables = {
  staff_invitations: StaffInvitationsTable;
  staff_resets: StaffResetsTable;
};
