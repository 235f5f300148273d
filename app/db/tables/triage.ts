import type { Generated } from "kysely";
import type { IsoTime } from "./column-types.ts";

type NotesTable = {
  id: Generated<number>;
  response_id: number;
  author_id: string;
  body: string;
  written_at: IsoTime;
};

export type TriageTables = {
  notes: NotesTable;
};
