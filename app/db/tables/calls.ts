import type { Generated } from "kysely";
import type { CallState } from "../column-values.ts";
import type { IsoTime, JsonText } from "./column-types.ts";

type CallsTable = {
  id: Generated<number>;
  slug: string;
  state: CallState;
  opens_at: IsoTime | null;
  closes_at: IsoTime | null;
  current_definition_id: number | null;
  row_version: Generated<number>;
  created_at: IsoTime;
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
