import type { Generated } from "kysely";
import type { JobState } from "../column-values.ts";
import type { IsoTime, JsonText } from "./column-types.ts";

type JobsTable = {
  id: Generated<number>;
  /** A word of any version that wrote to this database: an older one may find a job that it does not know. */
  kind: string;
  payload: JsonText;
  state: Generated<JobState>;
  run_after: IsoTime;
  attempts: Generated<number>;
  locked_until: IsoTime | null;
  last_error: string | null;
  created_at: IsoTime;
  finished_at: IsoTime | null;
};

/** One row: what was last seen of the clock. */
type ClockSightingsTable = {
  id: number;
  seen_at: IsoTime;
  trusted_at: IsoTime;
  suspected_since: IsoTime | null;
};

export type JobsTables = {
  jobs: JobsTable;
  clock_sightings: ClockSightingsTable;
};
