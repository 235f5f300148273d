import type { Generated } from "kysely";
import type { ActorKind, SubjectKind } from "../column-values.ts";
import type { IsoTime, JsonText } from "./column-types.ts";

type EventsTable = {
  id: Generated<number>;
  at: IsoTime;
  actor_kind: ActorKind;
  actor_id: string | null;
  subject_kind: SubjectKind;
  subject_id: number | null;
  type: string;
  details: JsonText;
  previous_hash: string;
  hash: string;
};

export type AuditTables = {
  events: EventsTable;
};
