import type { ResponseChannel, ResponseState } from "../responses/responses.ts";

/** Answers that were given by choosing one of these to a question of a call. */
export type Chosen = {
  callId: number;
  questionId: string;
  values: string[];
  /** Several could be chosen together. */
  areSeveral: boolean;
};

/** People by their ids, groups among them where it is asked whom a response is with. `nobody` stands for responses with no such person, `anybody` for those with one. */
export type WhichPeople = string[] | "nobody" | "anybody";

export const thingsToHave = [
  "file",
  "note",
  "memo",
  "passage",
  "evidence",
  "tag",
  "file-without-text",
  "reader",
  "stock",
  /** An earlier one by the same person. */
  "earlier",
] as const;
export type ThingToHave = (typeof thingsToHave)[number];

/** `none` of nobody's looking, `done` where something is approved and nothing waits, `nothing` where somebody found none. */
export const redactionStages = ["none", "proposed", "done", "nothing"] as const;
export type RedactionStage = (typeof redactionStages)[number];

/** What a response must be to stand in a list, with everything looked up. */
export type QueueCondition =
  | { on: "words"; term: string }
  | { on: "reference"; part: string }
  | { on: "number"; number: string }
  /** In the words of the response of this reference. */
  | { on: "same"; reference: string }
  | { on: "note"; term: string }
  /** In somebody's own words, to a question by its id or its place in the form, from 0; or by choosing. */
  | {
      on: "answer";
      question: string | number;
      term: string;
      chosen: Chosen[];
    }
  | { on: "chosen"; chosen: Chosen[] }
  | { on: "tag"; tagIds: number[] }
  | { on: "has"; thing: ThingToHave; questionIds: string[] }
  /** ISO-8601 UTC, the end exclusive. */
  | { on: "received"; from: string | undefined; until: string | undefined }
  /** Days as ISO-8601 has them, the end exclusive. */
  | { on: "due"; from: string | undefined; until: string | undefined }
  | { on: "claimed"; who: WhichPeople; at: string }
  | { on: "assigned" | "decided" | "tagged" | "skipped"; who: WhichPeople }
  | { on: "length"; least: number | undefined; most: number | undefined }
  | { on: "channel"; channel: ResponseChannel }
  | { on: "state"; state: ResponseState | "to-do" }
  | { on: "call"; callIds: number[] }
  | { on: "redaction"; stage: RedactionStage }
  | { on: "flagged" };

export type ConditionTree =
  | { is: "and" | "or"; parts: ConditionTree[] }
  | { is: "not"; part: ConditionTree }
  | QueueCondition;

export { queueSorts, type QueueSort } from "#app/db/column-values.ts";
