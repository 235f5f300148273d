import type { MoveSide } from "../column-values.ts";
import type { IsoTime } from "./column-types.ts";

/** At most one row: a move that this database is one end of. */
type MovesTable = {
  id: number;
  side: MoveSide;
  /** The same at both ends. */
  mark: string;
  begun_at: IsoTime;
  finished_at: IsoTime | null;
};

/** At most one row: the secret of every server on this database, as a mark. */
type KnownSecretsTable = {
  id: number;
  mark: string;
  known_since: IsoTime;
};

export type KeepingTables = {
  moves: MovesTable;
  known_secrets: KnownSecretsTable;
};
