import type { IsoTime } from "./column-types.ts";

type MailsTable = {
  id: string;
  /** A word of any version that wrote to this database. */
  kind: string;
  /** As much of the address as staff see. */
  masked_to: string;
  /** Address, subject and text, locked with the installation's secret; gone once the mail was refused. */
  sealed: string | null;
  refused_at: IsoTime | null;
  created_at: IsoTime;
  keep_until: IsoTime;
};

export type MailTables = {
  mails: MailsTable;
};
