import type { SubjectKind } from "#app/db/column-values.ts";

/** Who did it. A respondent is never named: an event says what happened, not who they are. */
export type Actor =
  | { kind: "system" }
  | { kind: "respondent" }
  | { kind: "staff"; staffId: string };

export type { SubjectKind };

export type Subject = { kind: SubjectKind; id?: number };

/**
 * One thing that happened. `type` is past tense with the subject's area, e.g. `response.triaged`.
 * `details` hold ids, states and counts; never an answer, a name, an address or a code,
 * because the log outlives what people withdraw.
 */
export type NewEvent = {
  at: Date;
  actor: Actor;
  subject: Subject;
  type: string;
  details?: Record<
    string,
    string | number | boolean | null | (string | number)[]
  >;
};

export type ChainFault = {
  eventId: number;
  fault: "hash-differs" | "link-broken";
};
export type ChainReport =
  | { ok: true; eventCount: number; lastHash: string }
  | { ok: false; eventCount: number; faults: ChainFault[] };

/** Which events are wanted, of all that is in the log. */
export type EventsSought = {
  subject: Subject & { id: number };
  types?: readonly string[];
  /** Only what this member of staff did. */
  staffId?: string;
  /** Only what happened after this moment. */
  since?: Date;
};
