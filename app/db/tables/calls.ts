import type { Generated } from "kysely";
import type { CallState } from "../column-values.ts";
import type { IsoTime, JsonText } from "./column-types.ts";

type CallsTable = {
  id: Generated<number>;
  slug: string;
  state: CallState;
  opens_at: IsoTime | null;
  closes_at: IsoTime | null;
  /** What came of it, in the review's words by language; null until that is told. */
  outcome: Generated<JsonText | null>;
  /** Each closing that was moved, with who decided it; null where none was. */
  extensions: Generated<JsonText | null>;
  current_definition_id: number | null;
  row_version: Generated<number>;
  created_at: IsoTime;
  /** By when its responses should be read: within days of their coming, or by a day; one of the two, or neither. */
  read_within_days: Generated<number | null>;
  read_by: Generated<string | null>;
};

type CallDefinitionsTable = {
  id: Generated<number>;
  call_id: number;
  version: number;
  definition: JsonText;
  created_at: IsoTime;
};

export type CallsTables = {
  calls: CallsTable;
  call_definitions: CallDefinitionsTable;
};
