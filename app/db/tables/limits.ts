import type { IsoTime } from "./column-types.ts";

/** Who has used how much of something that has a limit. */
type LimitCountsTable = {
  key: string;
  count: number;
  ends_at: IsoTime;
};

export type LimitsTables = {
  limit_counts: LimitCountsTable;
};
